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
  return printed(new Date(`${day.slice(0, 10)}T12:00:00Z`), { language, weekday, timeZone: 'UTC' })
}

/** A moment's day in the newspaper's own time, as its language writes days. @param at ISO 8601 */
export function momentDay(at: string, language: string | null | undefined): string {
  return printed(new Date(at), { language, weekday: false, timeZone: 'Asia/Shanghai' })
}

function printed(
  date: Date,
  style: { language: string | null | undefined; weekday: boolean; timeZone: string },
): string {
  const { language, weekday, timeZone } = style
  return new Intl.DateTimeFormat(isEnglish(language) ? 'en-GB' : 'zh-CN', {
    ...{ year: 'numeric', month: 'long', day: 'numeric', timeZone },
    ...(weekday ? { weekday: 'long' } : {}),
  })
    .format(date)
    .replace(/日星期/, '日 星期')
}
