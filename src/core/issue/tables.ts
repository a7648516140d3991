import type { Role } from '../workflow/vocabulary.ts'
import type { IssueEffectName, PageEffectName } from './effects.ts'
import type {
  DeskNeed,
  DeskOrder,
  IssueGuardName,
  IssueStage,
  PageGuardName,
  PageStage,
} from './vocabulary.ts'

/** Who may make a move: a role, or `system` (our own code, nobody's request). */
export type DeskWho = Role | 'system'

/** One rule of the house about pages or issues; the articles' rules are in `src/core/workflow/table.ts`. */
export interface DeskRule<Stage extends string, Guard extends string, Effect extends string> {
  from: readonly Stage[]
  to: Stage | 'stay'
  who: readonly DeskWho[]
  /** Conditions by name, over those that every move has (`everyDeskMove`). */
  guards: readonly Guard[]
  needs: readonly DeskNeed[]
  effects: readonly Effect[]
  orders: readonly DeskOrder[]
  /** The move is only asked for; one of these, another person, confirms it within 24 hours. */
  confirmedBy?: readonly DeskWho[]
}

export type PageRule = DeskRule<PageStage, PageGuardName, PageEffectName>
export type IssueRule = DeskRule<IssueStage, IssueGuardName, IssueEffectName>

/** Every move a page can make, and nothing else: makeup → proof → signed. */
export const pageTransitions = {
  toProof: {
    from: ['makeup'],
    to: 'proof',
    who: ['pageEditor'],
    guards: ['beingLaidOut'],
    needs: [],
    effects: ['joinEditors'],
    orders: ['notify'],
  },
  toMakeup: {
    from: ['proof'],
    to: 'makeup',
    who: ['pageEditor', 'sectionHead', 'chief'],
    guards: ['beingLaidOut'],
    needs: [],
    effects: [],
    orders: ['notify'],
  },
  sign: {
    from: ['proof'],
    to: 'signed',
    who: ['sectionHead', 'chief'],
    guards: ['beingLaidOut', 'hash', 'notItsEditor'],
    needs: [],
    effects: ['sign'],
    orders: ['notify'],
  },
  unsign: {
    from: ['signed'],
    to: 'proof',
    who: ['sectionHead', 'chief'],
    guards: ['notFrozen'],
    needs: ['reason'],
    effects: ['drop'],
    orders: ['dropIssue', 'notify'],
  },
  // A text on it was changed.
  drop: {
    from: ['signed'],
    to: 'proof',
    who: ['system'],
    guards: [],
    needs: [],
    effects: ['drop'],
    orders: ['dropIssue', 'notify'],
  },
} as const satisfies Record<string, PageRule>

const managers = ['issueManager', 'chief'] as const

/** Every move an issue can make, and nothing else: planning → layingOut → closed → signed → (scheduled →) published ↔ withdrawn. */
export const issueTransitions = {
  layOut: {
    from: ['planning'],
    to: 'layingOut',
    who: managers,
    guards: [],
    needs: [],
    effects: [],
    orders: ['notify'],
  },
  close: {
    from: ['layingOut'],
    to: 'closed',
    who: managers,
    guards: [],
    needs: [],
    effects: [],
    orders: ['notify'],
  },
  resume: {
    from: ['closed'],
    to: 'layingOut',
    who: managers,
    guards: [],
    needs: [],
    effects: [],
    orders: ['notify'],
  },
  sign: {
    from: ['closed'],
    to: 'signed',
    who: ['chief'],
    guards: ['hash', 'notItsEditor', 'green', 'acknowledged'],
    needs: [],
    effects: ['sign'],
    orders: ['notify'],
  },
  unsign: {
    from: ['signed'],
    to: 'closed',
    who: ['chief'],
    guards: [],
    needs: ['reason'],
    effects: ['drop'],
    orders: ['notify'],
  },
  schedule: {
    from: ['signed'],
    to: 'scheduled',
    who: managers,
    guards: ['future', 'signatureHolds', 'green'],
    needs: ['publishAt'],
    effects: ['setTime'],
    orders: ['notify'],
  },
  unschedule: {
    from: ['scheduled'],
    to: 'signed',
    who: managers,
    guards: [],
    needs: [],
    effects: ['clearTime'],
    orders: ['notify'],
  },
  publish: {
    from: ['signed', 'scheduled'],
    to: 'published',
    who: [...managers, 'system'],
    guards: ['due', 'signatureHolds', 'green'],
    needs: [],
    effects: ['publish'],
    orders: ['writePublic', 'notify'],
  },
  withdraw: {
    from: ['published'],
    to: 'withdrawn',
    who: ['chief'],
    confirmedBy: ['chief', 'sectionHead'],
    guards: [],
    needs: ['reason', 'notice'],
    effects: ['withdraw'],
    orders: ['removePublic', 'notify'],
  },
  // The issue and its pages stand before readers again; each text comes back by its own reviews, until then its notice stands there.
  reinstate: {
    from: ['withdrawn'],
    to: 'published',
    who: ['chief'],
    confirmedBy: ['chief', 'sectionHead'],
    guards: [],
    needs: ['reason'],
    effects: ['reinstate'],
    orders: ['showAgain', 'notify'],
  },

  // What it stands on; the issue stays where it is.
  acknowledge: {
    from: ['planning', 'layingOut', 'closed'],
    to: 'stay',
    who: ['sectionHead', 'chief', 'issueManager'],
    guards: ['known', 'acknowledgeable'],
    needs: ['items'],
    effects: ['acknowledge'],
    orders: [],
  },
  waive: {
    from: ['planning', 'layingOut', 'closed'],
    to: 'stay',
    who: ['chief'],
    guards: ['known', 'waivable'],
    needs: ['items', 'reason'],
    effects: ['waive'],
    orders: [],
  },
  unwaive: {
    from: ['planning', 'layingOut', 'closed'],
    to: 'stay',
    who: ['chief'],
    guards: [],
    needs: ['items'],
    effects: ['unwaive'],
    orders: [],
  },
  // A page of it lost its signature, or preflight was no longer green at the appointed time.
  drop: {
    from: ['signed', 'scheduled'],
    to: 'closed',
    who: ['system'],
    guards: [],
    needs: [],
    effects: ['drop'],
    orders: ['notify'],
  },
} as const satisfies Record<string, IssueRule>

/** Names of moves, permanent: events carry them. */
export type PageTransitionName = keyof typeof pageTransitions
export type IssueTransitionName = keyof typeof issueTransitions
