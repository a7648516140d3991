/** 组版中、大样、已签版: where a page can stand. */
export const pageStages = ['makeup', 'proof', 'signed'] as const
/** 筹备、编排中、已截稿、已签付印、定时见报、已见报、已撤下: where an issue can stand, in the order of its life. */
export const issueStages = [
  'planning',
  'layingOut',
  'closed',
  'signed',
  'scheduled',
  'published',
  'withdrawn',
] as const

export type PageStage = (typeof pageStages)[number]
export type IssueStage = (typeof issueStages)[number]

/** Why a manifest was written: an issue appeared or went, or an article of one was corrected, taken away or brought back. */
export const editionKinds = ['issue', 'correction', 'withdrawal', 'reinstatement', 'issueWithdrawal'] as const

export type EditionKind = (typeof editionKinds)[number]
