/** What is searched for and found: one character of a script without spaces, or one word or number. */
export interface Element {
  /** NFKC, case-folded, Latin without accents. */
  text: string
  /** Where it stands in the text as it was given, in UTF-16 units. */
  start: number
  end: number
}

/** A longer "word" is no word; cut alike in texts and in queries it still finds itself. */
const longestWord = 64

/**
 * A character with the marks that belong to it; a mark at the very start stands alone. The sound marks of half-width kana are letters
 * to Unicode, and are marks all the same: ｶﾞ is ガ.
 */
const cluster = /\P{M}[\p{M}ﾞﾟ]*|\p{M}+/suy
const ignorable = /\p{Default_Ignorable_Code_Point}/u
const wordPart = /[\p{L}\p{N}\p{M}]/u
const letter = /[\p{L}\p{N}]/u
const spaceless = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}]/u

/** True for a character that is an element by itself: Han, kana, bopomofo. */
export function standsAlone(text: string): boolean {
  return letter.test(text) && spaceless.test(text)
}

/**
 * Cuts a text into elements. Every Han character is one; Latin words and numbers are one each, whatever their width, case
 * and accents. Punctuation and spaces are no elements and leave no gap: 双减政策 is in “双减”政策.
 */
export function elementsOf(text: string): Element[] {
  const elements: Element[] = []
  let word: Element | null = null
  for (let next = 0; next < text.length;) {
    const start = next
    // Nearly all of a Chinese text: it need not be looked at any closer.
    if (isHan(text.charCodeAt(start)) && isNoMark(text.charCodeAt(start + 1))) {
      next += 1
      word = null
      elements.push({ text: text[start]!, start, end: next })
      continue
    }
    cluster.lastIndex = start
    const [whole] = cluster.exec(text)!
    next += whole.length
    const end = next
    for (const character of fold(whole)) {
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

/** The common Han characters, which are themselves however they are folded. */
function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Whether what follows a character is surely no mark that belongs to it; at the end of a text there is none. */
function isNoMark(code: number): boolean {
  return isHan(code) || code < 0x300 || (code >= 0x3000 && code <= 0x3020) || Number.isNaN(code)
}

/** NFKC and one case; upper first, so that ß and ss, ς and σ are the same. Latin letters lose their accents. */
function fold(cluster: string): string {
  const folded = cluster.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
  if (!accented.test(folded)) return folded
  const bare = folded.normalize('NFD').replace(/\p{Mn}/gu, '')
  return bare.replace(/[łøđ]/g, (one) => plainLetters[one as keyof typeof plainLetters]).normalize('NFKC')
}

/** Latin, and not of ASCII alone: readers type cafe, Siobhan and Lukasz where the paper prints accents. */
const accented = /^(?=[^]*[^\0-\x7f])\p{Script=Latin}/u
/** Letters that Unicode does not take apart. */
const plainLetters = { ł: 'l', ø: 'o', đ: 'd' } as const
