import type { Metadata } from 'next'
import { Link } from '../../../components/Link.tsx'
import { calendarAddress } from '../../../addresses.ts'
import { Frame } from '../../../components/Frame.tsx'
import { Missing, missingTitle } from '../../../components/Missing.tsx'
import { Pager } from '../../../components/Pager.tsx'
import { YearCalendar } from '../../../components/YearCalendar.tsx'
import { describePage } from '../../../reads/head.ts'
import { readCalendar, readPublication } from '../../../reads/publications.ts'
import { fillWords, siteWords } from '../../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; year: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { publication: slug, year } = await params
  const publication = await readPublication(slug)
  const words = siteWords(publication?.language)
  if (!publication) return missingTitle
  const title = `${publication.name} ${words.calendar} ${year}`
  return describePage({ publication, title, path: `/${publication.slug}/calendar/${year}` })
}

/** 日历: the days of a year on which an issue appeared. */
export default async function CalendarPage({ params }: Props) {
  const { publication: slug, year: text } = await params
  const year = Number(text)
  const calendar = /^[12]\d{3}$/.test(text) ? await readCalendar(slug, year) : null
  if (!calendar) return <Missing />
  const { publication, days, first, last } = calendar
  const years = yearsBetween(first, last)
  const words = siteWords(publication.language)
  const to = (other: number, word: string) => ({ href: calendarAddress(publication, other), text: word })
  return (
    <Frame publication={publication} year={year}>
      <h1 className="year">{fillWords(words.year, { year })}</h1>
      {years.length > 1 && (
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
      {days.length === 0 && <p className="empty">{words.noIssuesInYear}</p>}
      <YearCalendar year={year} days={days} publication={publication} />
      <Pager
        label={words.calendar}
        previous={first && first < `${year}` ? to(year - 1, words.previousYear) : null}
        next={last && last >= `${year + 1}` ? to(year + 1, words.nextYear) : null}
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
