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

/** Stages in which an issue's layout may change. */
export const openStages = ['planning', 'layingOut', 'closed'] as const satisfies readonly IssueStage[]
/** Stages of an issue that readers do not see, and whose signatures a change still drops. */
export const unpublishedStages = [
  ...openStages,
  'signed',
  'scheduled',
] as const satisfies readonly IssueStage[]

/** Why a manifest was written: an issue appeared, went or came back, or an article of one was corrected, taken away or brought back. */
export const editionKinds = [
  ...(['issue', 'correction', 'withdrawal', 'reinstatement'] as const),
  ...(['issueWithdrawal', 'issueReinstatement'] as const),
] as const

export type EditionKind = (typeof editionKinds)[number]

/** 下转、上接: whether an article goes on elsewhere, or comes from there. */
export const jumpKinds = ['none', 'out', 'in'] as const
export type JumpKind = (typeof jumpKinds)[number]

/** What a person may be asked to give with a move of a page or an issue. */
export const deskNeeds = ['reason', 'notice', 'publishAt', 'items'] as const
export type DeskNeed = (typeof deskNeeds)[number]

/** What only the shell can do, within the same transaction. */
export const deskOrders = [
  'notify',
  'dropIssue', // a signed issue is no longer
  'writePublic',
  'removePublic',
  'showAgain',
] as const
export type DeskOrder = (typeof deskOrders)[number]

/** The conditions that stand before every move of a page or an issue, without the tables saying so. */
export const everyDeskMove = ['stage', 'who', 'publication', 'rev', 'needs', 'second'] as const

/** The conditions that the page table may name. */
export const pageGuardNames = [
  ...everyDeskMove,
  'hash', // the client names the page it showed, and it is still that page
  'notItsEditor', // whoever laid it out does not sign it
  'beingLaidOut', // its issue is laid out, or closed
  'notFrozen', // its issue is neither scheduled nor published
] as const
export type PageGuardName = (typeof pageGuardNames)[number]

/** The conditions that the issue table may name. */
export const issueGuardNames = [
  ...everyDeskMove,
  'hash', // the client names the issue it showed, and it is still that issue
  'notItsEditor', // whoever laid out one of its pages does not sign it
  'green', // preflight has no blocker that is not waived
  'acknowledged', // each of preflight's warnings was acknowledged by name, as it is now
  'signatureHolds', // what was signed is what is there
  'future', // the time lies ahead
  'due', // a scheduled issue does not appear before its time
  'known', // what is acknowledged or waived is in preflight, as it was shown
  'waivable',
  'acknowledgeable', // a warning, not what has to be mended
] as const
export type IssueGuardName = (typeof issueGuardNames)[number]
