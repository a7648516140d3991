import { Link } from './Link.tsx'
import { issueAddress } from '../addresses.ts'
import { issuePart } from '../reads/contents.ts'
import type { Contents } from '../reads/types.ts'
import { saysGone } from '../reads/status.ts'
import { siteWords } from '../words.ts'
import { Frame } from './Frame.tsx'
import { IssueLine } from './IssueLine.tsx'

/** What stands where an article was: that it was withdrawn, and why. */
export async function Withdrawn({ contents, notice }: { contents: Contents; notice: string }) {
  await saysGone()
  const { publication, issue } = contents
  const words = siteWords(publication.language)
  return (
    <Frame publication={publication} day={issue.date} line={<IssueLine contents={contents} />}>
      <article className="article gone">
        <h1>{words.withdrawn}</h1>
        {notice && <p className="notice">{notice}</p>}
        <p>
          <Link href={issueAddress(publication, issuePart(issue))}>{words.backToIssue}</Link>
        </p>
      </article>
    </Frame>
  )
}
