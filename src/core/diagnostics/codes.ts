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
  // Files and folders that hold what is imported.
  'input.changed': 'error',
  'input.nothing': 'error',
  'zip.refused': 'error',
  'manifest.notYaml': 'error',
  'manifest.invalid': 'error',
  // Which issue it is.
  'issue.dateMissing': 'error',
  'issue.dateSuggested': 'error',
  'issue.dateConflict': 'error',
  'issue.tooManyPages': 'error',
  'publication.missing': 'error',
  'publication.unknown': 'error',
  'publication.conflict': 'error',
  'publication.made': 'info',
  'publication.refused': 'error',
  // Which page it is.
  'page.countDiffers': 'error',
  'page.oneIssueOnly': 'error',
  'page.numberDiffers': 'warning',
  // What became of articles that were imported before.
  'article.sourceChanged': 'warning',
  'article.sourceGone': 'warning',
  'article.deletedBefore': 'info',
  // Taking an import back.
  'run.articleKept': 'warning',
  'run.changedSince': 'warning',
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
  'article.jumpJoined': 'info',
  // What a line of text says about the transcript's quality.
  'text.doubledSpan': 'warning',
  'text.repeatedLine': 'warning',
  'text.latinInChinese': 'warning',
  'text.paragraphOpen': 'warning',
} as const satisfies Record<string, 'error' | 'warning' | 'info'>

/** A permanent name of one kind of problem. */
export type DiagnosticCode = keyof typeof diagnosticCodes
