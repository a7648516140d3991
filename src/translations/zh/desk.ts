import type { DeskWords } from '../../core/issue/index.ts'

/** 版面看板和付印台所说的话。 */
export const desk: DeskWords = {
  pageStages: { makeup: '组版中', proof: '大样', signed: '已签版' },
  issueStages: {
    planning: '筹备',
    layingOut: '编排中',
    closed: '已截稿',
    signed: '已签付印',
    scheduled: '定时见报',
    published: '已见报',
    withdrawn: '已撤下',
  },
}
