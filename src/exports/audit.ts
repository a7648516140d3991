import type { Payload } from 'payload'

import type { ResolvedOptions } from '../options.ts'
import { auditText } from '../translations/audit.ts'
import type { Language } from '../translations/index.ts'
import type { AuditCounts, AuditProblem, Finding } from '../workflow/audit.ts'

export { auditText } from '../translations/audit.ts'
export type { AuditCounts, AuditProblem } from '../workflow/audit.ts'

/** The first wrong row, with the collection under its slug. */
export interface AuditFinding extends Omit<Finding, 'collection'> {
  collection: string
}

/** Audits the trail of a Payload instance that has the plugin; see `auditTrail`. */
export async function auditHouse(
  payload: Payload,
  onProgress?: (done: number, all: number) => void,
): Promise<{ finding: AuditFinding | null; counts: AuditCounts }> {
  // Wrong usage is answered without loading the rest.
  const { auditTrail } = await import('../workflow/audit.ts')
  const { slugs } = payload.config.custom.broadsheet as ResolvedOptions
  const { finding, counts } = await auditTrail({ slugs, payload, ...(onProgress ? { onProgress } : {}) })
  return { finding: finding && { ...finding, collection: slugs[finding.collection] }, counts }
}

/** A finding in words: which row, and what is wrong with it. */
export function describeFinding(
  { problem, collection, id, subject, params }: AuditFinding,
  language: Language,
): { row: string; what: string } {
  // Every problem has words: this line does not compile otherwise.
  const key: AuditProblem & Parameters<typeof auditText>[1] = problem
  return {
    row: `${collection} ${id ?? auditText(language, 'gone')}`,
    what: auditText(language, key, { ...params, subject, id: id ?? '' }),
  }
}
