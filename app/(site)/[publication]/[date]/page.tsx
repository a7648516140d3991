import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IssueFront } from '../../components/IssueFront.tsx'
import { WithdrawnIssue, withdrawnTitle } from '../../components/WithdrawnIssue.tsx'
import { printedDay } from '../../days.ts'
import { readContents, readWithdrawnIssue } from '../../reads/contents.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; date: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { publication, date } = await params
  const contents = await readContents(publication, date)
  if (!contents) return withdrawnTitle({ publication, date })
  const { name, language } = contents.publication
  return { title: `${name} ${printedDay(contents.issue.date, language)}` }
}

/** An issue, open at its first page; of a withdrawn one the notice. */
export default async function IssuePage({ params }: Props) {
  const { publication: slug, date } = await params
  const contents = await readContents(slug, date)
  if (contents) return <IssueFront contents={contents} />
  const withdrawn = await readWithdrawnIssue({ publication: slug, date })
  if (!withdrawn) notFound()
  return <WithdrawnIssue {...withdrawn} />
}
