export type { Diagnostic, Place, Severity } from '../core/diagnostics/index.ts'
export type { Role } from '../core/workflow/index.ts'
export type { BroadsheetOptions, ResolvedOptions, Slugs } from '../options.ts'
