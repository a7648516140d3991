/** How a text begins, in at most so many characters and … where it goes on; empty where there is none. @param body Lexical JSON */
export function openingWords(body: unknown, length: number): string {
  const text = textOf((body as { root?: unknown } | null | undefined)?.root)
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length).join('').trimEnd()}…` : text
}

const blocks = new Set(['paragraph', 'heading', 'listitem', 'quote', 'linebreak'])

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const { type, text, children } = node as { type?: string; text?: unknown; children?: unknown[] }
  const inner = typeof text === 'string' ? text : Array.isArray(children) ? children.map(textOf).join('') : ''
  return type !== undefined && blocks.has(type) ? `${inner}\n` : inner
}
