import type { Metadata } from 'next'
import { Frame } from '../components/Frame.tsx'
import { Missing, missingTitle } from '../components/Missing.tsx'
import { IssueFront } from '../components/IssueFront.tsx'
import { readContents } from '../reads/contents.ts'
import { describePage } from '../reads/head.ts'
import { readPublication } from '../reads/publications.ts'
import { siteWords } from '../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const publication = await readPublication((await params).publication)
  if (!publication) return missingTitle()
  return describePage({ publication, title: publication.name, path: `/${publication.slug}` })
}

/** A newspaper, open at its latest issue. */
export default async function PublicationPage({ params }: Props) {
  const { publication: slug } = await params
  const contents = await readContents(slug, 'latest')
  if (contents) return <IssueFront contents={contents} />
  const publication = await readPublication(slug)
  if (!publication) return <Missing />
  return (
    <Frame publication={publication} large>
      <h1 className="unseen">{publication.name}</h1>
      <p className="empty">{siteWords(publication.language).nothingYet}</p>
    </Frame>
  )
}
