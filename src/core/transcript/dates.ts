import { readNumeral } from './numbers.ts'

const number = '([\\d]{1,4}|[一二三四五六七八九十〇○零廿卅]{1,4})'
const full = new RegExp(`${number}\\s*[年.\\-/]\\s*${number}\\s*[月.\\-/]\\s*${number}`)
const partial = new RegExp(`${number}月${number}日`)

/** A date in text, as far as it is printed; numbers as they count, months from 1. */
export interface PrintedDate {
  year: number | null
  month: number
  day: number
  /** Where it begins in the text, its year included. */
  index: number
}

/** Whether the numbers name a day that exists. */
export function dayExists(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= days[month - 1]!
}

/** YYYY-MM-DD. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The first full date (with its year) in a folded text as YYYY-MM-DD, or null. */
export function readFullDate(text: string): string | null {
  const match = full.exec(text)
  if (!match) return null
  const [year, month, day] = [match[1]!, match[2]!, match[3]!].map(readNumeral)
  if (year == null || month == null || day == null || !dayExists(year, month, day)) return null
  return isoDate(year, month, day)
}

/** The first date in a folded text, with or without its year, or null. */
export function readPrintedDate(text: string): PrintedDate | null {
  const match = partial.exec(text)
  if (!match) return null
  const month = readNumeral(match[1]!)
  const day = readNumeral(match[2]!)
  if (month === null || day === null || !dayExists(2000, month, day)) return null
  const year = /([\d]{4}|[一二三四五六七八九〇○零]{4})年$/.exec(text.slice(0, match.index))
  return { year: year ? readNumeral(year[1]!) : null, month, day, index: year ? year.index : match.index }
}
