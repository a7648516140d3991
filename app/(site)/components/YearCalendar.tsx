import { Link } from './Link.tsx'
import { monthAnchor } from '../addresses.ts'
import { printedDay } from '../days.ts'
import { editionName } from '../reads/contents.ts'
import type { Calendar } from '../reads/publications.ts'
import type { Publication } from '../reads/types.ts'
import { fillWords, siteWords } from '../words.ts'

type Days = Calendar['days']

/** The way to each month that has issues: on a phone they stand below one another. */
export function Months({ year, days, publication }: { year: number; days: Days; publication: Publication }) {
  const months = [...new Set(days.map(({ date }) => Number(date.slice(5, 7))))]
  return (
    <nav className="years months" aria-label={siteWords(publication.language).months}>
      {months.map((month) => (
        <a key={month} href={`#${monthAnchor(month)}`}>
          {monthName({ year, month, publication })}
        </a>
      ))}
    </nav>
  )
}

function monthName(of: { year: number; month: number; publication: Publication }): string {
  const { year, month, publication } = of
  return publication.language?.startsWith('en')
    ? new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(year, month - 1, 1),
      )
    : fillWords(siteWords(publication.language).month, { month })
}

/** Twelve months; a day with an issue leads to it, a day with several editions to each of them. */
export function YearCalendar(props: { year: number; days: Days; publication: Publication }) {
  const { year, days, publication } = props
  const months = Array.from({ length: 12 }, (_, index) => index)
  return (
    <div className="calendar">
      {months.map((month) => (
        <Month key={month} year={year} month={month} days={days} publication={publication} />
      ))}
    </div>
  )
}

function Month(props: { year: number; month: number; days: Days; publication: Publication }) {
  const { year, month, days, publication } = props
  const words = siteWords(publication.language)
  return (
    <table id={monthAnchor(month + 1)}>
      <caption>{monthName({ year, month: month + 1, publication })}</caption>
      <thead>
        <tr>
          {words.weekdays.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place}>{day && <Day day={day} days={days} publication={publication} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, days, publication }: { day: string; days: Days; publication: Publication }) {
  const number = Number(day.slice(8))
  const here = days.find(({ date }) => date === day)?.issues ?? []
  if (here.length === 0) return <span>{number}</span>
  return here.map(({ id, path, edition }) => (
    <Link
      key={id}
      href={path}
      aria-label={[printedDay(day, publication.language), editionName(edition)].filter(Boolean).join(' ')}
    >
      {editionName(edition) ?? number}
    </Link>
  ))
}

/** The days of a month in weeks from Monday; null before the first and after the last. @param month from 0 */
function weeksOf(year: number, month: number): (string | null)[][] {
  const lead = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const cells = Array.from({ length: Math.ceil((lead + count) / 7) * 7 }, (_, cell) => {
    const day = cell - lead + 1
    if (day < 1 || day > count) return null
    return `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
