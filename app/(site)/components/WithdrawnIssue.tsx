import type { Metadata } from 'next'
import { readWithdrawnIssue } from '../reads/contents.ts'
import type { Publication } from '../reads/types.ts'
import { saysGone } from '../reads/status.ts'
import { siteWords } from '../words.ts'
import { Frame } from './Frame.tsx'

/** What stands where a whole issue was: that it was withdrawn, and why. */
export async function WithdrawnIssue({ publication, notice }: { publication: Publication; notice: string }) {
  await saysGone()
  return (
    <Frame publication={publication}>
      <article className="article">
        <h1 className="tombstone-title">{siteWords(publication.language).withdrawnIssue}</h1>
        {notice && <p className="notice">{notice}</p>}
      </article>
    </Frame>
  )
}

/** The title of an address at which there is no issue: that it was withdrawn, or that there is nothing. */
export async function withdrawnTitle(address: { publication: string; date: string }): Promise<Metadata> {
  const withdrawn = await readWithdrawnIssue(address)
  if (!withdrawn) return { title: siteWords('zh').notFound }
  const { name, language } = withdrawn.publication
  return {
    title: `${siteWords(language).withdrawnIssue} · ${name} ${address.date.slice(0, 10)}`,
    robots: { index: false },
  }
}
