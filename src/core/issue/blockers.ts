import type { Blocker as ArticleBlocker, BlockerCode, BlockerKind } from '../workflow/blockers.ts'

/**
 * Every reason the desk has of its own, with its kind (`src/core/workflow/blockers.ts` says what the kinds mean); what it
 * shares with the articles' workflow (who, rev, hash, input, second) has the codes of there. A code is never renamed
 * and never given another meaning.
 */
export const deskBlockerCodes = {
  'page.stage': 'state',
  'page.ownEditor': 'forbidden',
  'page.signed': 'state',
  'page.unknown': 'state',
  'page.notEmpty': 'state',
  'page.hasSource': 'state',
  'page.number': 'input',
  'page.numberTaken': 'state',
  'issue.stage': 'state',
  'issue.notOpen': 'state',
  'issue.frozen': 'state',
  'issue.ownEditor': 'forbidden',
  'issue.signatureStale': 'state',
  'issue.past': 'input',
  'issue.notDue': 'state',
  'layout.unknown': 'input',
  'layout.article': 'state',
  'layout.articleStage': 'state',
  'layout.articlePaper': 'forbidden',
  'layout.placement': 'state',
  'layout.twice': 'state',
  'layout.jump': 'input',
  'item.unknown': 'stale',
  'item.notWaivable': 'state',
  'item.isBlocker': 'state',
  'preflight.unacknowledged': 'state',
  'bulk.profile': 'state',
  'bulk.transition': 'input',
  'bulk.articles': 'input',

  'preflight.date': 'state',
  'preflight.number': 'state',
  'preflight.numberTaken': 'state',
  'preflight.noPages': 'state',
  'preflight.pageCount': 'state',
  'preflight.pageUnsigned': 'state',
  'preflight.pageChanged': 'state',
  'preflight.notReady': 'state',
  'preflight.approval': 'state',
  'preflight.held': 'state',
  'preflight.embargo': 'state',
  'preflight.filing': 'state',
  'preflight.jumpOpen': 'state',
  'preflight.twice': 'state',
  'preflight.pagesMissing': 'state',
  'preflight.mediaMissing': 'state',
  'preflight.mediaForeign': 'state',
  'preflight.flag': 'state',
  'warning.unplaced': 'state',
  'warning.duplicateHeadline': 'state',
  'warning.override': 'state',
  'warning.emptyPage': 'state',
  'warning.responsibility': 'state',
  'warning.correctionDue': 'state',
  'warning.embargo': 'state',
} as const satisfies Record<string, BlockerKind>

export type DeskBlockerCode = keyof typeof deskBlockerCodes

/** What mends it, or what it is about. */
export interface Place {
  kind: 'issue' | 'page' | 'article' | 'placement' | 'publication'
  id: string
}

/** A reason of the desk, with the place that mends it where there is one. */
export interface DeskBlocker {
  code: DeskBlockerCode
  params: Readonly<Record<string, string | number>>
  place?: Place
}

/** Any reason: the articles' workflow's, or the desk's. */
export type AnyBlocker = (ArticleBlocker & { place?: Place }) | DeskBlocker

/** Makes a reason of the desk. */
export function deskBlocker(
  code: DeskBlockerCode,
  params: DeskBlocker['params'] = {},
  place?: Place,
): DeskBlocker {
  return place ? { code, params, place } : { code, params }
}

/** Whether a code is the desk's own. */
export function isDeskCode(code: BlockerCode | DeskBlockerCode): code is DeskBlockerCode {
  return Object.hasOwn(deskBlockerCodes, code)
}
