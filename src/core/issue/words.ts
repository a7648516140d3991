import type { IssueStage, PageStage } from './vocabulary.ts'

/** Everything the page board and the issue desk say, in one language. */
export interface DeskWords {
  pageStages: Record<PageStage, string>
  issueStages: Record<IssueStage, string>
}
