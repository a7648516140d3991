/** Published reads: what anonymous clients get, from memory where nothing has changed. For servers and pages of an app. */
export { BoundedMemory } from '../delivery/boundedMemory.ts'
export type { CodedBody, Coding, FinishedAnswer } from '../delivery/finishedAnswer.ts'
export { publicCollections } from '../delivery/publicRoutes.ts'
export { publishedHouse, readPublished, type PublishedHouse } from '../delivery/publishedHouse.ts'
export type { ReadAnswer, ReadCounts } from '../delivery/publishedReads.ts'
export type { Calendar } from '../delivery/calendar.ts'
export type { PublicIssue, PublicPublication } from '../delivery/publishedIssues.ts'
export type { Listed, ListedArticle, ListedPage, TableOfContents } from '../delivery/tableOfContents.ts'
export type {
  Preview,
  PreviewArticle,
  PreviewIssue,
  PreviewPlace,
} from '../delivery/preview/previewDocument.ts'
export { newspaperDay, newspaperTime } from '../core/days.ts'
export { byStanding } from '../core/standings.ts'
export { datelineBefore } from '../core/text/dateline.ts'
export { openingWords } from '../core/text/openingWords.ts'
