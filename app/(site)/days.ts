import { newspaperDay, newspaperTime } from '../../src/exports/delivery.ts'
import { isEnglish } from './words.ts'

interface DayStyle {
  /** False leaves the day of the week out. */
  weekday?: boolean
}

/** A day as a newspaper prints it: 2024年10月24日 星期四, or Thursday 24 October 2024. @param day `YYYY-MM-DD` */
export function printedDay(
  day: string,
  language: string | null | undefined,
  { weekday = true }: DayStyle = {},
): string {
  return new Intl.DateTimeFormat(isEnglish(language) ? 'en-GB' : 'zh-CN', {
    ...{ year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
    ...(weekday ? { weekday: 'long' } : {}),
  })
    .format(new Date(`${day.slice(0, 10)}T12:00:00Z`))
    .replace(/日星期/, '日 星期')
}

/** A moment's day in the newspaper's own time, as its language writes days. @param at ISO 8601 */
export function momentDay(at: string, language: string | null | undefined): string {
  return printedDay(newspaperDay(at), language, { weekday: false })
}

/** A moment to the minute, in the newspaper's own time. @param at ISO 8601 */
export function momentTime(at: string, language: string | null | undefined): string {
  return `${momentDay(at, language)} ${newspaperTime(at)}`
}
