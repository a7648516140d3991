import { Link } from './Link.tsx'
import { calendarAddress } from '../addresses.ts'
import type { Calendar } from '../reads/publications.ts'
import { fillWords, siteWords } from '../words.ts'
import { Frame } from './Frame.tsx'
import { Pager } from './Pager.tsx'
import { Months, YearCalendar } from './YearCalendar.tsx'

/** 日历: the days of a year on which an issue appeared, and the way to every other year that has issues. */
export function CalendarView({ calendar }: { calendar: Calendar }) {
  const { publication, year, days, first, last } = calendar
  const years = yearsBetween(first, last)
  const words = siteWords(publication.language)
  const way = (other: number | undefined, text: string) =>
    other === undefined
      ? null
      : { href: calendarAddress(publication, other), text, title: fillWords(words.year, { year: other }) }
  return (
    <Frame publication={publication} path={calendarAddress(publication, year)}>
      <h1 className="year">{fillWords(words.year, { year })}</h1>
      {years.some((one) => one !== year) && (
        <nav className="years" aria-label={words.years}>
          {years.map((one) => (
            <Link
              key={one}
              href={calendarAddress(publication, one)}
              aria-current={one === year ? 'page' : undefined}
            >
              {one}
            </Link>
          ))}
        </nav>
      )}
      {days.length === 0 ? (
        <p className="empty">{words.noIssuesInYear}</p>
      ) : (
        <>
          <Months year={year} days={days} publication={publication} />
          <YearCalendar year={year} days={days} publication={publication} />
        </>
      )}
      <Pager
        previous={way(
          years.findLast((one) => one < year),
          words.previousYear,
        )}
        next={way(
          years.find((one) => one > year),
          words.nextYear,
        )}
      />
    </Frame>
  )
}

/** Every year from the first issue to the last. */
function yearsBetween(first: string | null, last: string | null): number[] {
  if (!first || !last) return []
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
