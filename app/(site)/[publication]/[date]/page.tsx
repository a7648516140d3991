import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IssueFront } from '../../components/IssueFront.tsx'
import { printedDay } from '../../days.ts'
import { readContents } from '../../reads/contents.ts'
import { siteWords } from '../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; date: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { publication, date } = await params
  const contents = await readContents(publication, date)
  if (!contents) return { title: siteWords('zh').notFound }
  const { name, language } = contents.publication
  return { title: `${name} ${printedDay(contents.issue.date, language)}` }
}

/** An issue, open at its first page. */
export default async function IssuePage({ params }: Props) {
  const { publication, date } = await params
  const contents = await readContents(publication, date)
  if (!contents) notFound()
  return <IssueFront contents={contents} />
}
