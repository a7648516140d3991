import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IssueFront } from '../../components/IssueFront.tsx'
import { WithdrawnIssue } from '../../components/WithdrawnIssue.tsx'
import { printedDay } from '../../days.ts'
import { readContents, readIssue } from '../../reads/contents.ts'
import { readPublication } from '../../reads/publications.ts'
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

/** An issue, open at its first page; of a withdrawn one the notice. */
export default async function IssuePage({ params }: Props) {
  const { publication: slug, date } = await params
  const read = await readIssue(slug, date)
  if (read.status === 'found') return <IssueFront contents={read.contents} />
  const publication = read.status === 'withdrawn' ? await readPublication(slug) : null
  if (read.status === 'missing' || !publication) notFound()
  return <WithdrawnIssue publication={publication} notice={read.notice} />
}
