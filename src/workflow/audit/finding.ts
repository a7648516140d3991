import type { Slugs } from '../../options.ts'

/** What can be wrong with a row. Permanent: programs that read `--json` know them, translations have their words. */
export const auditProblems = [
  'event.edited', // its hash is not the hash of what it says
  'event.missing', // the chain has a gap
  'event.added', // it stands outside of its chain
  'event.unchained', // it was rewritten, hash and all: the next one names another
  'head.differs', // the owner's row names another end of the chain
  'owner.missing', // events of somebody or something that is not there
  'record.edited',
  'record.missing', // an event names it
  'record.added', // no event names it
  'text.edited',
  'text.missing', // an event names it
  'text.added', // no event names it
  'slip.edited', // a field does not say what the chain says
  'slip.missing',
  'slip.added', // of an article that never was
  'article.missing',
  'article.added', // written past the workflow
  'article.otherSlip',
  'article.workingCopy', // the draft is not the text that the last save recorded
  'article.publicText', // readers see another text than the one published
  'article.publicUnrecorded', // readers see it although nobody published it
  'article.publicMissing', // readers do not see it although it was published
  'edition.edited', // a manifest, or its place among the issue's, is not what was written
  'edition.missing', // an event names it
  'edition.added', // no event names it
  'edition.otherText', // readers see another text of an article than its newest manifest says
  'issue.edited', // a stage or signature that nobody gave it
  'page.edited',
  'user.grants', // roles or publications that nobody gave
] as const

export type AuditProblem = (typeof auditProblems)[number]

/** The first wrong row. */
export interface Finding {
  problem: AuditProblem
  collection: keyof Slugs
  /** The row's id; null where it is gone and nothing names its id. */
  id: string | null
  /** The article, issue or user it is about. */
  subject: string
  params: Readonly<Record<string, string | number>>
}
