/**
 * How a text begins, in at most so many characters, and … where it goes on; empty where there is none. Where a sentence ends in the
 * last third of them it is cut there, and not in the middle of the next.
 * @param body Lexical JSON
 */
export function openingWords(body: unknown, length: number): string {
  const text = textOf((body as { root?: unknown } | null | undefined)?.root)
    // Lines of Chinese join without a space.
    .replace(/([^\p{ASCII}])\s*\n\s*/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...text]
  if (characters.length <= length) return text
  const cut = characters.slice(0, length)
  const end = cut.findLastIndex((character) => /[。！？]/.test(character)) + 1
  if (end > (length * 2) / 3) {
    // A quotation ends behind its full stop.
    return characters.slice(0, /[”』」）]/.test(characters[end] ?? '') ? end + 1 : end).join('')
  }
  return `${cut.join('').trimEnd()}…`
}

const blocks = new Set(['paragraph', 'heading', 'listitem', 'quote', 'linebreak'])

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const { type, text, children } = node as { type?: string; text?: unknown; children?: unknown[] }
  const inner = typeof text === 'string' ? text : Array.isArray(children) ? children.map(textOf).join('') : ''
  return type !== undefined && blocks.has(type) ? `${inner}\n` : inner
}
