import type { DeskWords } from '../../core/issue/index.ts'

/** What the page board and the issue desk say in English. */
export const desk: DeskWords = {
  pageStages: { makeup: 'Make-up', proof: 'Page proof', signed: 'Signed' },
  issueStages: {
    planning: 'Planning',
    layingOut: 'Laying out',
    closed: 'Closed',
    signed: 'Signed for print',
    scheduled: 'Scheduled',
    published: 'Published',
    withdrawn: 'Withdrawn',
  },
}
