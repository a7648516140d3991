/** What is searched for and found: one character of a script without spaces, or one word or number. */
export interface Element {
  /** NFKC, case-folded. */
  text: string
  /** Where it stands in the text as it was given, in UTF-16 units. */
  start: number
  end: number
}

/** A longer "word" is no word; cut alike in texts and in queries it still finds itself. */
const longestWord = 64

/** A character with the marks that belong to it; a mark at the very start stands alone. */
const clusters = /\P{M}\p{M}*|\p{M}+/gsu
const ignorable = /\p{Default_Ignorable_Code_Point}/u
const wordPart = /[\p{L}\p{N}\p{M}]/u
const letter = /[\p{L}\p{N}]/u
const spaceless = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}]/u

/** True for a character that is an element by itself: Han, kana, bopomofo. */
export function standsAlone(text: string): boolean {
  return letter.test(text) && spaceless.test(text)
}

/**
 * Cuts a text into elements. Every Han character is one; Latin words and numbers are one each, whatever their width and
 * case. Punctuation and spaces are no elements and leave no gap: 双减政策 is in “双减”政策.
 */
export function elementsOf(text: string): Element[] {
  const elements: Element[] = []
  let word: Element | null = null
  for (const match of text.matchAll(clusters)) {
    const cluster = match[0]
    const start = match.index
    const end = start + cluster.length
    const code = cluster.charCodeAt(0)
    if (cluster.length === 1 && code >= 0x4e00 && code <= 0x9fff) {
      word = null
      elements.push({ text: cluster, start, end })
      continue
    }
    for (const character of fold(cluster)) {
      if (ignorable.test(character)) continue
      if (standsAlone(character)) {
        word = null
        elements.push({ text: character, start, end })
      } else if (wordPart.test(character) && (word !== null || letter.test(character))) {
        if (word === null) {
          word = { text: character, start, end }
          elements.push(word)
        } else {
          if (word.text.length < longestWord) word.text += character
          word.end = end
        }
      } else word = null
    }
  }
  return elements
}

/** NFKC and one case; upper first, so that ß and ss, ς and σ are the same. */
function fold(cluster: string): string {
  return cluster.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
}
