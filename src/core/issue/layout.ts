import { pageNumber, pageSequence } from '../pageNumbers.ts'
import { blocker } from '../workflow/blockers.ts'
import type { Actor } from '../workflow/types.ts'
import type { Stage } from '../workflow/vocabulary.ts'
import { deskBlocker, type AnyBlocker } from './blockers.ts'
import type { IssueFacts, PageFacts, Placed } from './types.ts'
import { jumpKinds, openStages, type JumpKind } from './vocabulary.ts'

/** A change of an issue's layout, as a client names it. `index` is the place in the page's list after it; absent: the end. */
export type LayoutOp =
  | {
      op: 'place'
      article: string
      page: string
      index?: number
      jump?: { kind: JumpKind; page: string | null }
    }
  | { op: 'move'; placement: string; page: string; index?: number }
  | { op: 'unplace'; placement: string }
  | { op: 'jump'; placement: string; kind: JumpKind; toPage: string | null }
  | { op: 'addPage'; number?: string; name?: string | null }
  | { op: 'renamePage'; page: string; name: string | null }
  | { op: 'renumberPage'; page: string; number: string }
  | { op: 'removePage'; page: string }

/** A row to be written. `order` of every placement of a page is its place in the list, from 1. */
export type LayoutWrite =
  | {
      write: 'insertPlacement'
      article: string
      page: string
      order: number
      jump: JumpKind
      jumpPage: string | null
    }
  | {
      write: 'updatePlacement'
      id: string
      data: { page?: string; order?: number; jump?: JumpKind; jumpPage?: string | null }
    }
  | { write: 'deletePlacement'; id: string }
  | { write: 'insertPage'; number: string; name: string | null; sequence: number }
  | { write: 'updatePage'; id: string; data: { number?: string; name?: string | null; sequence?: number } }
  | { write: 'deletePage'; id: string }

/** The article that is to be placed, as far as layout cares. */
export interface PlaceableArticle {
  id: string
  publication: string
  stage: Stage
}

export interface LayoutRequest {
  actor: Actor
  issue: IssueFacts
  op: LayoutOp
  /** Of `place`: the article it names; null when there is none. */
  article?: PlaceableArticle | null
  /** Of `removePage`: whether the page has a transcript, which stays with its page for ever. */
  hasSource?: boolean
}

/** What a layout operation changes; or every reason why not. */
export type LayoutDecision =
  | {
      allowed: true
      writes: LayoutWrite[]
      /** Ids of the pages whose layout changes. */
      pages: string[]
      details: Readonly<Record<string, string | number | null>>
    }
  | { allowed: false; blockers: AnyBlocker[] }

/** Why this actor may not lay out this issue at all; empty when they may. */
export function layoutBlockers(
  actor: Actor,
  { id, publication, stage }: Pick<IssueFacts, 'id' | 'publication' | 'stage'>,
): AnyBlocker[] {
  const outside = actor.publications.length > 0 && !actor.publications.includes(publication)
  return [
    ...(actor.roles.includes('pageEditor') ? [] : [blocker('who.role', { roles: 'pageEditor' })]),
    ...(outside ? [blocker('who.publication')] : []),
    ...((openStages as readonly string[]).includes(stage)
      ? []
      : [deskBlocker('issue.frozen', { issueStage: stage }, { kind: 'issue', id })]),
  ]
}

/** May this be laid out so, and what has to be written. Pure; the text of an article is never touched. */
export function decideLayout(request: LayoutRequest): LayoutDecision {
  const { actor, issue, op } = request
  const blockers = layoutBlockers(actor, issue)
  const answer = operations[op.op](request as never)
  if ('blockers' in answer) return { allowed: false, blockers: [...blockers, ...answer.blockers] }
  const signed = issue.pages.filter(({ id, stage }) => answer.pages.includes(id) && stage === 'signed')
  blockers.push(
    ...signed.map(({ id, number }) => deskBlocker('page.signed', { page: number }, { kind: 'page', id })),
  )
  return blockers.length > 0 ? { allowed: false, blockers } : { allowed: true, ...answer }
}

type Answer =
  | Omit<Extract<LayoutDecision, { allowed: true }>, 'allowed'>
  | Omit<Extract<LayoutDecision, { allowed: false }>, 'allowed'>
type Request<Name extends LayoutOp['op']> = LayoutRequest & { op: Extract<LayoutOp, { op: Name }> }

const refused = (...blockers: AnyBlocker[]): Answer => ({ blockers })

const operations: { [Name in LayoutOp['op']]: (request: Request<Name>) => Answer } = {
  place: ({ actor, issue, op, article }) => {
    const page = pageOf(issue, op.page)
    if (!page) return refused(deskBlocker('page.unknown'))
    if (!article) return refused(deskBlocker('layout.article'))
    const blockers = placeable(article, { issue, actor })
    const jump = op.jump ?? { kind: 'none', page: null }
    const standing = issue.pages.flatMap(({ placed }) => placed).filter((one) => one.article === article.id)
    const here = page.placed.some((one) => one.article === article.id)
    if (here || (standing.length > 0 && jump.kind !== 'in'))
      blockers.push(deskBlocker('layout.twice', {}, { kind: 'article', id: article.id }))
    const jumpPage = jumpTarget(jump.kind, jump.page)
    if (jumpPage === undefined) blockers.push(deskBlocker('layout.jump'))
    if (blockers.length > 0) return refused(...blockers)
    const at = clamp(op.index, page.placed.length)
    const inserted = {
      ...{ write: 'insertPlacement' as const, article: article.id, page: page.id, order: at + 1 },
      ...{ jump: jump.kind, jumpPage: jumpPage ?? null },
    }
    return {
      writes: [inserted, ...reordered(insertAt(page.placed, at, null))],
      pages: [page.id],
      details: { page: page.id, article: article.id, index: at },
    }
  },

  move: ({ issue, op }) => {
    const found = placementOf(issue, op.placement)
    const target = pageOf(issue, op.page)
    if (!found) return refused(deskBlocker('layout.placement'))
    if (!target) return refused(deskBlocker('page.unknown'))
    const { page, placed } = found
    const elsewhere = page.id !== target.id
    if (elsewhere && target.placed.some(({ article }) => article === placed.article))
      return refused(deskBlocker('layout.twice', {}, { kind: 'article', id: placed.article }))
    const rest = target.placed.filter((one) => one.placement !== placed.placement)
    const at = clamp(op.index, rest.length)
    const moved = {
      ...{ write: 'updatePlacement' as const, id: placed.placement },
      data: { ...(elsewhere ? { page: target.id } : {}), order: at + 1 },
    }
    const left = elsewhere ? page.placed.filter((one) => one.placement !== placed.placement) : []
    return {
      writes: [moved, ...reordered(insertAt(rest, at, null)), ...reordered(left)],
      pages: [...new Set([page.id, target.id])],
      details: {
        page: target.id,
        fromPage: page.id,
        article: placed.article,
        placement: placed.placement,
        index: at,
      },
    }
  },

  unplace: ({ issue, op }) => {
    const found = placementOf(issue, op.placement)
    if (!found) return refused(deskBlocker('layout.placement'))
    const { page, placed } = found
    const left = page.placed.filter((one) => one.placement !== placed.placement)
    return {
      writes: [{ write: 'deletePlacement', id: placed.placement }, ...reordered(left)],
      pages: [page.id],
      details: { page: page.id, article: placed.article, placement: placed.placement },
    }
  },

  jump: ({ issue, op }) => {
    const found = placementOf(issue, op.placement)
    if (!found) return refused(deskBlocker('layout.placement'))
    const jumpPage = jumpTarget(op.kind, op.toPage)
    if (jumpPage === undefined) return refused(deskBlocker('layout.jump'))
    const { page, placed } = found
    const data = { jump: op.kind, jumpPage }
    return {
      writes: [{ write: 'updatePlacement', id: placed.placement, data }],
      pages: [page.id],
      details: { page: page.id, article: placed.article, jump: op.kind, toPage: jumpPage },
    }
  },

  addPage: ({ issue, op }) => {
    const number = op.number === undefined ? nextNumber(issue.pages) : pageNumber(op.number)
    const wrong = numberProblem(issue, { number, except: null })
    if (wrong || !number) return refused(wrong ?? deskBlocker('page.number'))
    const name = nameOf(op.name)
    return {
      writes: [{ write: 'insertPage', number, name, sequence: pageSequence(number) }],
      pages: [],
      details: { number, name },
    }
  },

  renamePage: ({ issue, op }) => {
    const page = pageOf(issue, op.page)
    if (!page) return refused(deskBlocker('page.unknown'))
    const name = nameOf(op.name)
    return {
      writes: [{ write: 'updatePage', id: page.id, data: { name } }],
      pages: [page.id],
      details: { page: page.id, name },
    }
  },

  renumberPage: ({ issue, op }) => {
    const page = pageOf(issue, op.page)
    if (!page) return refused(deskBlocker('page.unknown'))
    const number = pageNumber(op.number)
    const wrong = numberProblem(issue, { number, except: page.id })
    if (wrong || !number) return refused(wrong ?? deskBlocker('page.number'))
    return {
      writes: [{ write: 'updatePage', id: page.id, data: { number, sequence: pageSequence(number) } }],
      pages: [page.id],
      details: { page: page.id, number },
    }
  },

  removePage: ({ issue, op, hasSource }) => {
    const page = pageOf(issue, op.page)
    if (!page) return refused(deskBlocker('page.unknown'))
    if (page.placed.length > 0)
      return refused(deskBlocker('page.notEmpty', { page: page.number }, { kind: 'page', id: page.id }))
    if (hasSource) return refused(deskBlocker('page.hasSource', { page: page.number }))
    return {
      writes: [{ write: 'deletePage', id: page.id }],
      pages: [page.id],
      details: { page: page.id, number: page.number },
    }
  },
}

/** What may stand on a page: a text of this paper that is neither spiked nor withdrawn. */
function placeable(
  { id, publication, stage }: PlaceableArticle,
  { issue, actor }: { issue: IssueFacts; actor: Actor },
): AnyBlocker[] {
  const place = { kind: 'article', id } as const
  const outside = actor.publications.length > 0 && !actor.publications.includes(publication)
  // Of another paper's article a limited person is not even told that it is there.
  if (outside) return [deskBlocker('layout.article')]
  if (publication !== issue.publication) return [deskBlocker('layout.articlePaper', {}, place)]
  return stage === 'spiked' || stage === 'withdrawn'
    ? [deskBlocker('layout.articleStage', { stage }, place)]
    : []
}

function pageOf(issue: IssueFacts, id: string): PageFacts | undefined {
  return issue.pages.find((page) => page.id === id)
}

function placementOf(issue: IssueFacts, id: string): { page: PageFacts; placed: Placed } | undefined {
  for (const page of issue.pages) {
    const placed = page.placed.find(({ placement }) => placement === id)
    if (placed) return { page, placed }
  }
  return undefined
}

function clamp(index: number | undefined, length: number): number {
  return index === undefined ? length : Math.min(Math.max(0, Math.trunc(index)), length)
}

/** The list with a gap where something new comes in. */
function insertAt(list: readonly Placed[], at: number, gap: null): (Placed | null)[] {
  return [...list.slice(0, at), gap, ...list.slice(at)]
}

/** The orders that are not what their place in the list says. */
function reordered(list: readonly (Placed | null)[]): LayoutWrite[] {
  return list.flatMap((placed, index) =>
    placed === null || placed.order === index + 1
      ? []
      : [{ write: 'updatePlacement', id: placed.placement, data: { order: index + 1 } }],
  )
}

/** The page number of a jump; null where none is named, undefined where what is named is no page number. */
function jumpTarget(kind: JumpKind, page: string | null): string | null | undefined {
  if (!jumpKinds.includes(kind)) return undefined
  if (kind === 'none' || page === null) return null
  return pageNumber(page) ?? undefined
}

function nameOf(name: string | null | undefined): string | null {
  const text = (name ?? '').normalize('NFC').trim().slice(0, 100)
  return text === '' ? null : text
}

function nextNumber(pages: readonly PageFacts[]): string {
  const last = pages.at(-1)?.number ?? '0'
  const [, section = '', digits = '0'] = /^([A-Z]*)(\d+)$/.exec(last) ?? []
  return `${section}${Number(digits) + 1}`
}

function numberProblem(
  issue: IssueFacts,
  { number, except }: { number: string | null; except: string | null },
): AnyBlocker | null {
  if (number === null) return deskBlocker('page.number')
  const taken = issue.pages.find((page) => page.number === number && page.id !== except)
  return taken ? deskBlocker('page.numberTaken', { page: number }, { kind: 'page', id: taken.id }) : null
}
