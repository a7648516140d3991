import { canonicalJson } from './canonicalJson.ts'

/** A stretch of a block that is set apart: bold, italic, a link. Offsets count UTF-16 units of the block's text. */
export interface Mark {
  start: number
  end: number
  /** `bold`, `italic`, …, `link:<address>`, or `node:<type>:<its data>` for something set into the line. */
  mark: string
}

/** A piece of the body as an approval sees it. */
export interface Block {
  /** `paragraph`, `heading:h2`, `quote`, `bullet:1` (list and depth), `upload:media`, or the node's own type. */
  type: string
  /** NFC, lines apart by `\n`. Of an upload the id of what it shows. */
  text: string
  marks: readonly Mark[]
  /** What a node that is not text says besides, as canonical JSON; empty for text. */
  data: string
}

type Node = Readonly<Record<string, unknown>>

const formats = [
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'code',
  'subscript',
  'superscript',
  'highlight',
] as const

/** What an editor writes into nodes without anybody having changed the text. */
const noise = new Set([
  ...['type', 'children', 'version', 'direction', 'format', 'indent', 'mode', 'style', 'detail', 'id'],
  ...['textFormat', 'textStyle', '$'],
])

/**
 * Reads a body of Lexical JSON (`{root: {children: [...]}}`) to blocks. Blocks without text and data are
 * left out and neighbouring runs of one format are one, so that opening and saving changes nothing. A node it
 * does not know keeps its type, text and data: what it cannot read is still part of what is approved.
 */
export function readBlocks(body: unknown): Block[] {
  return childrenOf(asNode(asNode(body)?.root))
    .flatMap((node) => readBlock(node, 1))
    .filter((block) => block.text.trim() !== '' || block.data !== '')
}

function readBlock(node: Node, depth: number): Block[] {
  switch (node.type) {
    case 'paragraph':
    case 'quote':
      return [textBlock(node.type, node)]
    case 'heading':
      return [textBlock(`heading:${String(node.tag)}`, node)]
    case 'list':
      return childrenOf(node).flatMap((item, index) => {
        // A list that does not begin with 1 says so: its numbers are part of the text.
        const start = index === 0 && typeof node.start === 'number' && node.start !== 1 ? node.start : ''
        const [block, ...nested] = readItem(item, String(node.listType ?? 'bullet'), depth)
        return [{ ...block!, type: start === '' ? block!.type : `${block!.type}@${start}` }, ...nested]
      })
    case 'upload': {
      const data = isEmpty(node.fields) ? '' : canonicalJson(withoutId(node.fields))
      return [{ type: `upload:${String(node.relationTo)}`, text: idOf(node.value), marks: [], data }]
    }
    default:
      // A node that cannot hold text (a rule across the column) is something even when it says nothing.
      return [{ ...textBlock(String(node.type), node), data: dataOf(node) || (node.children ? '' : '{}') }]
  }
}

function readItem(item: Node, listType: string, depth: number): Block[] {
  const nested = childrenOf(item).filter((child) => child.type === 'list')
  const own = { ...item, children: childrenOf(item).filter((child) => child.type !== 'list') }
  const checked = item.checked === true ? ':checked' : ''
  return [
    textBlock(`${listType}:${depth}${checked}`, own),
    ...nested.flatMap((list) => readBlock(list, depth + 1)),
  ]
}

interface Run {
  text: string
  marks: readonly string[]
}

function textBlock(type: string, node: Node): Block {
  const runs = mergeRuns(childrenOf(node).flatMap((child) => readRuns(child, [])))
  const marks: Mark[] = []
  let text = ''
  for (const run of runs) {
    const start = text.length
    text += run.text
    for (const mark of run.marks) {
      const open = marks.find((known) => known.mark === mark && known.end === start)
      if (open) open.end = text.length
      else marks.push({ start, end: text.length, mark })
    }
  }
  return { type, text, marks, data: '' }
}

function readRuns(node: Node, marks: readonly string[]): Run[] {
  const inside = (mark: string): Run[] =>
    childrenOf(node).flatMap((child) => readRuns(child, [...marks, mark]))
  switch (node.type) {
    case 'text':
      return [{ text: String(node.text ?? ''), marks: [...marks, ...formatsOf(node.format)] }]
    case 'linebreak':
      return [{ text: '\n', marks }]
    case 'tab':
      return [{ text: '\t', marks }]
    // The editor makes and unmakes these by itself from what the text says.
    case 'autolink':
      return childrenOf(node).flatMap((child) => readRuns(child, marks))
    case 'link':
      return inside(`link:${linkOf(asNode(node.fields))}`)
    default: {
      const mark = `node:${String(node.type)}:${dataOf(node)}`
      // U+FFFC stands in the line for what has no text.
      return childrenOf(node).length > 0 ? inside(mark) : [{ text: '\uFFFC', marks: [...marks, mark] }]
    }
  }
}

/** Joins neighbours of one format before NFC, so that where an editor split a run makes no difference. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const marks = [...new Set(run.marks)].sort()
    const last = merged.at(-1)
    if (last && last.marks.join('\n') === marks.join('\n')) last.text += run.text
    else merged.push({ text: run.text, marks })
  }
  return merged.map((run) => ({ ...run, text: run.text.replace(/\r\n?/g, '\n').normalize('NFC') }))
}

function formatsOf(format: unknown): string[] {
  const bits = typeof format === 'number' ? format : 0
  return formats.filter((_, index) => bits & (1 << index))
}

function linkOf(fields: Node | undefined): string {
  if (!fields) return ''
  const doc = asNode(fields.doc)
  const { url, doc: _doc, linkType: _linkType, newTab: _newTab, ...own } = fields
  const address = doc ? `${String(doc.relationTo)}/${idOf(doc.value)}` : String(url ?? '')
  // What an app adds to its links is part of what is approved.
  const rest = Object.values(own).every(isEmpty) ? '' : ` ${canonicalJson(withoutId(own))}`
  return `${address}${rest}`
}

function dataOf(node: Node): string {
  const own = Object.entries(node).filter(([key, value]) => !noise.has(key) && !isEmpty(value))
  return own.length === 0 ? '' : canonicalJson(withoutId(Object.fromEntries(own)))
}

/** Payload gives rows and blocks ids of their own; they say nothing. A relation's `value` keeps its id. */
function withoutId(value: unknown): unknown {
  const node = asNode(value)
  if (!node) return value
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, inner]) => key !== 'id' && !isEmpty(inner))
      .map(([key, inner]) => [key, key === 'value' && asNode(inner) ? idOf(inner) : withoutId(inner)]),
  )
}

/** The id of a related document, whether populated or not. */
export function idOf(value: unknown): string {
  const id = asNode(value)?.id ?? value
  return typeof id === 'string' || typeof id === 'number' ? String(id) : ''
}

function childrenOf(node: Node | undefined): Node[] {
  return Array.isArray(node?.children) ? node.children.filter((child) => asNode(child) !== undefined) : []
}

function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (asNode(value) && Object.keys(value).length === 0) === true
  )
}
