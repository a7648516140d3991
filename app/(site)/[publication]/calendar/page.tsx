import type { Metadata } from 'next'
import { calendarAddress } from '../../addresses.ts'
import { CalendarView } from '../../components/CalendarView.tsx'
import { Missing, missingTitle } from '../../components/Missing.tsx'
import { readContents } from '../../reads/contents.ts'
import { describePage } from '../../reads/head.ts'
import { readCalendar, type Calendar } from '../../reads/publications.ts'
import { siteWords } from '../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string }>
}

/** The calendar of the latest issue's year: of a paper of long ago that is not this one. */
async function readLatest(params: Props['params']): Promise<Calendar | null> {
  const { publication } = await params
  const latest = await readContents(publication, 'latest')
  return readCalendar(
    publication,
    latest ? Number(latest.issue.date.slice(0, 4)) : new Date().getUTCFullYear(),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const calendar = await readLatest(params)
  if (!calendar) return missingTitle()
  const { publication, year } = calendar
  const title = `${publication.name} ${siteWords(publication.language).calendar}`
  return describePage({ publication, title, path: calendarAddress(publication, year) })
}

/** 日历, open at the latest year that has issues. */
export default async function LatestCalendarPage({ params }: Props) {
  const calendar = await readLatest(params)
  return calendar ? <CalendarView calendar={calendar} /> : <Missing />
}
