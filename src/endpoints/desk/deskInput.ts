import type { DeskInput, JumpKind, LayoutOp } from '../../core/issue/index.ts'
import { storable } from '../../core/text/index.ts'

type Body = Readonly<Record<string, unknown>>

/** How many things one request may acknowledge or waive. */
const itemLimit = 2_000

/**
 * Takes from a request what a move of a page or issue may be given, each in its own type, and nothing else. What has
 * another type is left out, and then missed by the rule book, which says so in words.
 */
export function deskInput(request: Body): DeskInput {
  const body = storable(request)
  const input: DeskInput = {}
  for (const name of ['hash', 'reason', 'notice', 'publishAt'] as const) {
    const value = body[name]
    if (typeof value === 'string') input[name] = value
  }
  if (Number.isSafeInteger(body.rev)) input.rev = body.rev as number
  if (body.confirm === true) input.confirm = true
  if (Array.isArray(body.items)) input.items = body.items.slice(0, itemLimit).flatMap(itemOf)
  return input
}

function itemOf(value: unknown): { key: string; fingerprint: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const { key, fingerprint } = value as Record<string, unknown>
  return typeof key === 'string' && typeof fingerprint === 'string' ? [{ key, fingerprint }] : []
}

/** Reads a layout operation; null for what is none, or lacks what it needs. */
export function layoutOp(request: Body): LayoutOp | null {
  const body = storable(request)
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : null)
  const index = Number.isSafeInteger(body.index) ? { index: body.index as number } : {}
  const [page, placement, article, number] = [
    text('page'),
    text('placement'),
    text('article'),
    text('number'),
  ]
  switch (body.op) {
    case 'place': {
      if (!article || !page) return null
      const jump = jumpOf(body.jump)
      return { op: 'place', article, page, ...index, ...(jump ? { jump } : {}) }
    }
    case 'move':
      return placement && page ? { op: 'move', placement, page, ...index } : null
    case 'unplace':
      return placement ? { op: 'unplace', placement } : null
    case 'jump':
      return placement
        ? { op: 'jump', placement, kind: text('kind') as JumpKind, toPage: text('toPage') }
        : null
    case 'addPage':
      return { op: 'addPage', ...(number ? { number } : {}), name: text('name') }
    case 'renamePage':
      return page ? { op: 'renamePage', page, name: text('name') } : null
    case 'renumberPage':
      return page && number ? { op: 'renumberPage', page, number } : null
    case 'removePage':
      return page ? { op: 'removePage', page } : null
    default:
      return null
  }
}

function jumpOf(value: unknown): { kind: JumpKind; page: string | null } | null {
  if (typeof value !== 'object' || value === null) return null
  const { kind, page } = value as Record<string, unknown>
  return { kind: kind as JumpKind, page: typeof page === 'string' ? page : null }
}
