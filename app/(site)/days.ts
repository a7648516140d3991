/** A day as a newspaper prints it: 2024年10月24日 星期四, or Thursday 24 October 2024. @param day `YYYY-MM-DD` */
export function printedDay(day: string, language: string | null | undefined): string {
  const date = new Date(`${day.slice(0, 10)}T12:00:00Z`)
  const english = language?.toLowerCase().startsWith('en') ?? false
  const style = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(english ? 'en-GB' : 'zh-CN', style).format(date).replace(/日星期/, '日 星期')
}

/** A moment's day in the newspaper's own time. @param at ISO 8601 */
export function momentDay(at: string): string {
  const style = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Asia/Shanghai' } as const
  return new Intl.DateTimeFormat('sv-SE', style).format(new Date(at))
}
