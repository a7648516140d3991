import type { Metadata } from 'next'
import { calendarAddress } from '../../../addresses.ts'
import { CalendarView } from '../../../components/CalendarView.tsx'
import { Missing, missingTitle } from '../../../components/Missing.tsx'
import { describePage } from '../../../reads/head.ts'
import { readCalendar, readPublication } from '../../../reads/publications.ts'
import { siteWords } from '../../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; year: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { publication: slug, year } = await params
  const publication = await readPublication(slug)
  if (!publication || !isYear(year)) return missingTitle(slug)
  const title = `${publication.name} ${siteWords(publication.language).calendar} ${year}`
  return describePage({ publication, title, path: calendarAddress(publication, Number(year)) })
}

/** 日历 of a year. */
export default async function CalendarPage({ params }: Props) {
  const { publication: slug, year } = await params
  const calendar = isYear(year) ? await readCalendar(slug, Number(year)) : null
  return calendar ? <CalendarView calendar={calendar} /> : <Missing slug={slug} />
}

function isYear(text: string): boolean {
  return /^[12]\d{3}$/.test(text)
}
