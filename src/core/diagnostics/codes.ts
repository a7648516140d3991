/**
 * Every code a diagnostic may carry, with its severity. A code is never renamed and never
 * given another meaning: scripts and editors' notes refer to it.
 */
export const diagnosticCodes = {
  // What was read: files and options.
  'input.missing': 'error',
  'input.empty': 'error',
  'input.unreadable': 'error',
  'input.notText': 'error',
  'input.tooLarge': 'error',
  'input.lineTooLong': 'error',
  'input.encoding': 'warning',
  // What the page says.
  'page.numberFromFolio': 'warning',
  'page.numberFromFileName': 'warning',
  'page.numberFromJump': 'warning',
  'page.numberFromOrder': 'warning',
  'page.numberConflict': 'error',
  'page.jumpsToItself': 'warning',
  'article.noHeadline': 'warning',
  'article.noAuthor': 'warning',
  'article.truncated': 'warning',
  'article.boundaryUncertain': 'warning',
  'article.orphanFragment': 'warning',
  'article.jumpOpen': 'warning',
} as const satisfies Record<string, 'error' | 'warning' | 'info'>

/** A permanent name of one kind of problem. */
export type DiagnosticCode = keyof typeof diagnosticCodes
