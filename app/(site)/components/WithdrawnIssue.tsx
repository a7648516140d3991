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
