import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { calendarAddress } from '../../../addresses.ts'
import { Frame } from '../../../components/Frame.tsx'
import { Pager } from '../../../components/Pager.tsx'
import { YearCalendar } from '../../../components/YearCalendar.tsx'
import { readPublication, readYear } from '../../../reads/publications.ts'
import { fillWords, siteWords } from '../../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; year: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { publication: slug, year } = await params
  const publication = await readPublication(slug)
  const words = siteWords(publication?.language)
  if (!publication) return { title: words.notFound }
  return { title: `${publication.name} ${words.calendar} ${year}` }
}

/** 日历: the days of a year on which an issue appeared. */
export default async function CalendarPage({ params }: Props) {
  const { publication: slug, year: text } = await params
  const publication = await readPublication(slug)
  if (!publication || !/^[12]\d{3}$/.test(text)) notFound()
  const year = Number(text)
  const words = siteWords(publication.language)
  const issues = await readYear(slug, year)
  const to = (other: number, word: string) => ({ href: calendarAddress(publication, other), text: word })
  return (
    <Frame publication={publication} year={year}>
      <h1 className="year">{fillWords(words.year, { year })}</h1>
      {issues.length === 0 && <p>{words.noIssuesInYear}</p>}
      <YearCalendar year={year} issues={issues} publication={publication} />
      <Pager
        label={words.calendar}
        previous={to(year - 1, words.previousYear)}
        next={to(year + 1, words.nextYear)}
      />
    </Frame>
  )
}
