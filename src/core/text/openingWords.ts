/**
 * How a text begins, at most as wide as so many Chinese characters (of other letters two stand in the width of one), and … where it
 * goes on; empty where there is none. Where a sentence ends in the last third it is cut there, and not in the middle of the next;
 * a word is never cut.
 * @param body Lexical JSON
 */
export function openingWords(body: unknown, length: number): string {
  const text = textOf((body as { root?: unknown } | null | undefined)?.root)
    // Lines of Chinese join without a space.
    .replace(/([^\p{ASCII}])\s*\n\s*/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...text]
  const fitting = countFitting(characters, length)
  if (fitting === characters.length) return text
  const cut = characters.slice(0, fitting)
  const end = sentenceEnd(characters, fitting)
  if (end > (fitting * 2) / 3) {
    // A quotation ends behind its full stop.
    return characters.slice(0, /[”』」）"]/.test(characters[end] ?? '') ? end + 1 : end).join('')
  }
  return `${wholeWords(cut.join(''), characters[fitting] ?? '')}…`
}

/** How many characters stand in the width of so many Chinese ones. */
function countFitting(characters: readonly string[], length: number): number {
  let width = 0
  const over = characters.findIndex((character) => (width += isWide(character) ? 1 : 0.5) > length)
  return over === -1 ? characters.length : over
}

/** Scripts before the radicals of Chinese are set narrow; punctuation is counted with what stands around it. */
function isWide(character: string): boolean {
  return character.codePointAt(0)! >= 0x2e80
}

/** Behind the last full stop among the first so many characters; of Latin text one with a space behind it. 0 where there is none. */
function sentenceEnd(characters: readonly string[], fitting: number): number {
  const ends = (character: string, index: number): boolean =>
    /[。！？]/.test(character) || (/[.!?]/.test(character) && /[\s”"]/.test(characters[index + 1] ?? ''))
  return characters.slice(0, fitting).findLastIndex(ends) + 1
}

/** Letters that make words with others of their kind, which those of Chinese do not. */
const partOfWord = /(?:[^\P{L}\p{Script=Han}]|[\p{N}'’-])+$/u

/** Without the part of a word that was cut in two: its other part stands behind. */
function wholeWords(text: string, behind: string): string {
  const whole = partOfWord.test(behind) ? text.replace(partOfWord, '') : text
  return (whole || text).trimEnd().replace(/[,;:，；：、]$/, '')
}

const blocks = new Set(['paragraph', 'listitem', 'quote'])

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  const { type, text, children } = node as { type?: string; text?: unknown; children?: unknown[] }
  // A crosshead is no part of what is told, and lines broken by hand are verse.
  if (type === 'heading') return ''
  if (type === 'linebreak') return ' '
  const inner = typeof text === 'string' ? text : Array.isArray(children) ? children.map(textOf).join('') : ''
  return type !== undefined && blocks.has(type) ? `${inner}\n` : inner
}
