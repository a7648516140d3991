import { BodyError, type BodyFault } from './bodyFault.ts'
import { withSafeLink } from './bodyLinks.ts'

type Node = Readonly<Record<string, unknown>>

/** Deeper or longer than any text a newspaper prints, and far from what a program cannot walk. */
const deepest = 40
const most = 20_000

const element = ['children', 'direction', 'format', 'indent', 'textFormat', 'textStyle'] as const
const text = ['text', 'format', 'mode', 'detail', 'style'] as const

/** The nodes of written text with what each may say. Everything here is part of the hash, or says nothing to a reader. */
const written: Readonly<Record<string, readonly string[]>> = {
  root: element,
  paragraph: element,
  quote: element,
  heading: [...element, 'tag'],
  list: [...element, 'listType', 'start', 'tag'],
  listitem: [...element, 'value', 'checked'],
  link: [...element, 'fields', 'id'],
  autolink: [...element, 'fields', 'id'],
  text,
  tab: text,
  linebreak: [],
  horizontalrule: [],
}
const childless: ReadonlySet<string> = new Set(['text', 'tab', 'linebreak', 'horizontalrule'])

/** What points to another document: readers would get its id, published or not. Pictures have a field of their own. */
const related: ReadonlySet<string> = new Set(['upload', 'relationship'])

/**
 * A body of Lexical JSON as it is kept: nodes of written text with what an approval is about and nothing besides, so
 * that nothing can be carried past the hash. Other nodes stay as they are where the app's editor has them; the hash
 * takes them whole. An absent body stays absent.
 * @param knows whether the app's editor has nodes of a type
 */
export function storableBody(
  body: unknown,
  knows: (type: string) => boolean,
): { body: unknown } | { fault: BodyFault } {
  if (body === null || body === undefined) return { body }
  let count = 0

  function keep(value: unknown, place: readonly number[]): Node[] {
    const node = asNode(value)
    if (!node || typeof node.type !== 'string' || ++count > most || place.length > deepest) {
      throw new BodyError({ code: 'bodyShape', params: { place: place.join('.') } })
    }
    const { type } = node
    if (related.has(type)) throw new BodyError({ code: 'bodyRelated', params: { type } })
    const known = Object.hasOwn(written, type) ? written[type] : undefined
    if (!known && !knows(type)) throw new BodyError({ code: 'bodyNode', params: { type } })
    const kept = known ? only(node, ['type', 'version', ...known]) : { ...node }
    if ('style' in kept) kept.style = ''
    if ('textStyle' in kept) kept.textStyle = ''
    if (known?.includes('text') && typeof kept.text !== 'string') {
      throw new BodyError({ code: 'bodyShape', params: { place: place.join('.') } })
    }
    if (!childless.has(type) && (known || node.children !== undefined)) {
      if (!Array.isArray(node.children ?? [])) {
        throw new BodyError({ code: 'bodyShape', params: { place: place.join('.') } })
      }
      const children = (node.children ?? []) as unknown[]
      kept.children = children.flatMap((child, index) => keep(child, [...place, index + 1]))
    }
    return withSafeLink(kept)
  }

  try {
    const outer = asNode(body)
    if (!outer || asNode(outer.root)?.type !== 'root') {
      throw new BodyError({ code: 'bodyShape', params: { place: '' } })
    }
    return { body: { root: keep(outer.root, [])[0] } }
  } catch (error) {
    if (error instanceof BodyError) return { fault: error.fault }
    throw error
  }
}

function only(node: Node, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node).filter(([key]) => keys.includes(key)))
}

function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined
}
