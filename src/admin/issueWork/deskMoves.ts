/** The moves that have buttons of their own, in the order in which they are shown; and of these, what each comes to. */
export const deskMoves = {
  page: ['toProof', 'sign', 'toMakeup', 'unsign'],
  issue: [
    ...(['layOut', 'close', 'sign', 'publish', 'schedule', 'unschedule', 'resume'] as const),
    ...(['unsign', 'withdraw', 'reinstate'] as const),
  ],
} as const

/** A move of a page or of an issue, as its words are found: `page.sign`, `issue.sign`. */
export type DeskMove = `page.${(typeof deskMoves.page)[number]}` | `issue.${(typeof deskMoves.issue)[number]}`

/** Those that ask "sure?" with what they mean, because they cannot simply be taken back. */
export const weighty = [
  'page.sign',
  'issue.sign',
  'issue.publish',
  'issue.schedule',
  'issue.withdraw',
  'issue.reinstate',
] as const
