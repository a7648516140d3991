import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IssueFront } from '../../../components/IssueFront.tsx'
import { WithdrawnIssue, withdrawnTitle } from '../../../components/WithdrawnIssue.tsx'
import { pageName } from '../../../components/PageList.tsx'
import { printedDay } from '../../../days.ts'
import { readContents, readWithdrawnIssue } from '../../../reads/contents.ts'
import { siteWords } from '../../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; date: string; page: string }>
}

async function readPage(params: Props['params']) {
  const { publication, date, page: number } = await params
  const contents = await readContents(publication, date)
  const page = contents?.pages.find((one) => one.number === decodeURIComponent(number))
  return contents && page ? { contents, page } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readPage(params)
  if (!found) return withdrawnTitle(await params)
  const { publication, issue } = found.contents
  const name = pageName(found.page, siteWords(publication.language))
  return { title: `${name} · ${publication.name} ${printedDay(issue.date, publication.language)}` }
}

/** A page of an issue: what stands on it; of a withdrawn issue the notice. */
export default async function PagePage({ params }: Props) {
  const found = await readPage(params)
  if (found) return <IssueFront contents={found.contents} page={found.page.number} />
  const withdrawn = await readWithdrawnIssue(await params)
  if (!withdrawn) notFound()
  return <WithdrawnIssue {...withdrawn} />
}
