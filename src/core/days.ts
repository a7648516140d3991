const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a calendar day `YYYY-MM-DD` that exists; 2021-02-30 does not. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const match = shape.exec(value)
  if (!match) return false
  const [, year, month, day] = match.map(Number) as [number, number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** How a day is stored: noon UTC, so that it is the same day from UTC-12 to UTC+11. */
export function storedDay(day: string): string {
  return `${day}T12:00:00.000Z`
}

/** The day of a stored or typed moment, by its own text; null when it is none. */
export function dayOf(value: unknown): string | null {
  const text = value instanceof Date ? value.toISOString() : value
  if (typeof text !== 'string') return null
  const day = text.slice(0, 10)
  return isDay(day) ? day : null
}

const timeZone = 'Asia/Shanghai'
const inChina = new Intl.DateTimeFormat('sv-SE', {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', timeZone },
})
const clockInChina = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone })

/**
 * The day on which a moment fell where the newspaper is made: between midnight and eight in the morning it is another one than
 * in UTC. @param at ISO 8601
 */
export function newspaperDay(at: string): string {
  return inChina.format(new Date(at))
}

/** What the clock says at a moment where the newspaper is made, `HH:MM`. @param at ISO 8601 */
export function newspaperTime(at: string): string {
  return clockInChina.format(new Date(at))
}
