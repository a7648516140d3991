import { readPageNumber } from './numbers.ts'

const number = '([A-Za-z]?\\s?[\\d零〇○一二三四五六七八九十]{1,4})'
const out = new RegExp(
  `[(\\[【]?\\s*(?:未完,?)?\\s*(?:下转|转至|转)\\s*(?:本报)?第?\\s*${number}\\s*版[^()\\[\\]。]{0,16}[)\\]】]?\\s*[。.]?$`,
)
const into = new RegExp(
  `^[(\\[【]?\\s*(?:上接|紧接|续接|接)\\s*(?:本报)?第?\\s*${number}\\s*版[^()\\[\\]。]{0,16}?(?:[)\\]】]|$)`,
)

/** A jump line in a folded text: the page it names and the part of the text it takes, `end` exclusive. */
export interface JumpMark {
  page: string
  start: number
  end: number
}

/** 下转第N版 at the end of a text, alone or run on behind a sentence; null where there is none. */
export function readJumpOut(text: string): JumpMark | null {
  const from = Math.max(0, text.length - 40)
  const window = text.slice(from)
  if (!window.includes('转') || !window.includes('版')) return null
  const match = out.exec(window)
  if (!match) return null
  const bracketed = /^[([【]/.test(match[0])
  // 转 alone is a common word: it is a jump only within brackets or when it is the whole line.
  if (!bracketed && !match[0].trim().startsWith('下转') && match.index + from > 0) return null
  const page = readPageNumber(match[1]!.replace(/\s/g, ''))
  return page === null ? null : { page, start: from + match.index, end: text.length }
}

/** 上接第N版 at the head of a text, alone or with the text run on behind it; null where there is none. */
export function readJumpIn(text: string): JumpMark | null {
  const window = text.slice(0, 40)
  if (!window.includes('接') || !window.includes('版')) return null
  const match = into.exec(window)
  if (!match) return null
  const bracketed = /^[([【]/.test(match[0])
  // 接第2版的稿子… is a sentence: without brackets the mark is the whole line, or begins with 上接.
  const whole = match[0].length === text.length && /版$/.test(match[0])
  if (!bracketed && !whole && !match[0].startsWith('上接')) return null
  const page = readPageNumber(match[1]!.replace(/\s/g, ''))
  return page === null ? null : { page, start: 0, end: match[0].length }
}
