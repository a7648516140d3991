import type { Metadata } from 'next'
import { pageAddress } from '../../../addresses.ts'
import { GoneOrNothing } from '../../../components/GoneOrNothing.tsx'
import { IssueFront } from '../../../components/IssueFront.tsx'
import { pageName } from '../../../components/PageList.tsx'
import { withdrawnTitle } from '../../../components/WithdrawnIssue.tsx'
import { issuePart, readContents } from '../../../reads/contents.ts'
import { describePage, issueTitle } from '../../../reads/head.ts'
import { siteWords } from '../../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; date: string; page: string }>
}

/** A page of an issue that readers may see; of a withdrawn issue nothing is known here. */
async function readPage(params: Props['params']) {
  const { publication, date, page: number } = await params
  const contents = await readContents(publication, date)
  const page =
    contents?.pages.find((one) => encodeURIComponent(one.number) === number) ??
    // Papers print 01 and A01; the address counts without the zeros, and people type a1.
    contents?.pages.find((one) => one.number === number.toUpperCase().replace(/^(\D*)0+(?=\d)/, '$1'))
  return contents && page ? { contents, page } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readPage(params)
  if (!found) return withdrawnTitle(await params)
  const { publication, issue } = found.contents
  const name = pageName(found.page, siteWords(publication.language))
  return describePage({
    publication,
    title: `${name} · ${issueTitle(found.contents)}`,
    path: pageAddress(publication, issuePart(issue), found.page.number),
    ...(found.page.name ? { feed: { page: found.page.name } } : {}),
  })
}

/** A page of an issue: what stands on it; of a withdrawn issue the notice. */
export default async function PagePage({ params }: Props) {
  const found = await readPage(params)
  if (!found) return <GoneOrNothing {...await params} />
  return <IssueFront contents={found.contents} page={found.page.number} />
}
