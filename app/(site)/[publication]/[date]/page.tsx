import type { Metadata } from 'next'
import { issueAddress } from '../../addresses.ts'
import { GoneOrNothing } from '../../components/GoneOrNothing.tsx'
import { IssueFront } from '../../components/IssueFront.tsx'
import { withdrawnTitle } from '../../components/WithdrawnIssue.tsx'
import { issuePart, readContents } from '../../reads/contents.ts'
import { describePage, issueTitle } from '../../reads/head.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; date: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { publication: slug, date } = await params
  const contents = await readContents(slug, date)
  if (!contents) return withdrawnTitle(await params)
  const { publication, issue } = contents
  return describePage({
    publication,
    title: issueTitle(contents),
    path: issueAddress(publication, issuePart(issue)),
  })
}

/** An issue, open at its first page; of a withdrawn one the notice. */
export default async function IssuePage({ params }: Props) {
  const { publication, date } = await params
  const contents = await readContents(publication, date)
  return contents ? (
    <IssueFront contents={contents} />
  ) : (
    <GoneOrNothing publication={publication} date={date} />
  )
}
