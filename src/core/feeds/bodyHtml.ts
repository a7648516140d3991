import { readBlocks, type Block } from '../text/readBlocks.ts'
import { element, escapeText, joined, type Xml } from './xml.ts'

const tags: Readonly<Record<string, string>> = {
  ...{ bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' },
  ...{ subscript: 'sub', superscript: 'sup', highlight: 'mark' },
}

/**
 * The body of an article as HTML for feeds: an allow-list of tags, every text escaped, links to http(s) and mailto alone.
 * Pictures are not in it: they have rights of their own. Well-formed as XML too.
 */
export function bodyHtml(body: unknown): Xml {
  const pieces: Xml[] = []
  const blocks = readBlocks(body).filter(({ type }) => !type.startsWith('upload:'))
  for (let at = 0; at < blocks.length;) {
    const items = listAt(blocks, at)
    if (items.length > 0) {
      pieces.push(list(items, 1))
      at += items.length
    } else pieces.push(block(blocks[at++]!))
  }
  return joined(pieces)
}

function block(of: Block): Xml {
  if (of.type === 'horizontalrule') return element('hr', {})
  const heading = /^heading:h([1-6])$/.exec(of.type)
  // The headline itself is the reader's first level.
  if (heading) return element(`h${Math.max(2, Number(heading[1]))}`, {}, inline(of))
  if (of.type === 'quote') return element('blockquote', {}, element('p', {}, inline(of)))
  return element('p', {}, inline(of))
}

interface Item {
  ordered: boolean
  depth: number
  of: Block
}

function listAt(blocks: readonly Block[], start: number): Item[] {
  const items: Item[] = []
  for (const of of blocks.slice(start)) {
    const match = /^(bullet|number|check):(\d+)/.exec(of.type)
    if (!match) break
    items.push({ ordered: match[1] === 'number', depth: Number(match[2]), of })
  }
  return items
}

/** Deeper items belong to the item before them. */
function list(items: readonly Item[], depth: number): Xml {
  const entries: Xml[] = []
  for (let at = 0; at < items.length;) {
    const item = items[at++]!
    const start = at
    while (at < items.length && items[at]!.depth > depth) at += 1
    const below = items.slice(start, at)
    entries.push(element('li', {}, inline(item.of), below.length > 0 ? list(below, depth + 1) : null))
  }
  return element(items[0]!.ordered ? 'ol' : 'ul', {}, joined(entries))
}

/** Marks may overlap: the text is cut where any begins or ends, and each piece is wrapped in all that cover it. */
function inline({ text, marks }: Block): Xml {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  return joined(
    cuts.slice(1).map((end, index) => {
      const start = cuts[index]!
      const covering = marks.filter((mark) => mark.start <= start && mark.end >= end)
      return covering.reduceRight((inner: Xml, { mark }) => wrap(inner, mark), lines(text.slice(start, end)))
    }),
  )
}

function wrap(inner: Xml, mark: string): Xml {
  if (mark.startsWith('link:')) {
    const address = mark.slice('link:'.length)
    return /^(https?:\/\/|mailto:)/i.test(address) ? element('a', { href: address }, inner) : inner
  }
  const tag = tags[mark]
  return tag === undefined ? inner : element(tag, {}, inner)
}

function lines(text: string): Xml {
  // U+FFFC stands for what has no text.
  const escaped = text.replaceAll('\uFFFC', '').split('\n').map(escapeText)
  return { xml: escaped.join('<br/>') }
}
