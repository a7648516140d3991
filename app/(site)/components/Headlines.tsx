import Link from 'next/link'
import { articleAddress } from '../addresses.ts'
import type { Contents, Entry, IssuePage } from '../reads/types.ts'
import { issuePart } from '../reads/contents.ts'
import { fillWords, siteWords } from '../words.ts'
import { Byline } from './Byline.tsx'
import { Phrases } from './Phrases.tsx'

/** 标题导航: what stands on a page, in the order of the paper. */
export function Headlines({ contents, page }: { contents: Contents; page: IssuePage }) {
  return (
    <ol className="headlines">
      {page.entries.map((entry) => (
        <li key={`${entry.articleId}-${entry.jump}`}>
          <Item contents={contents} entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Item({ contents, entry }: { contents: Contents; entry: Entry }) {
  const { publication, issue } = contents
  const words = siteWords(publication.language)
  const { article, articleId, jump, jumpPage, tombstone } = entry
  const address = articleAddress(publication, issuePart(issue), articleId)
  if (tombstone !== null || !article) {
    return (
      <p className="tombstone">
        <Link href={address}>{words.withdrawn}</Link>
        {tombstone && <span>{tombstone}</span>}
      </p>
    )
  }
  const jumped =
    jump === 'none' || !jumpPage
      ? null
      : fillWords(jump === 'out' ? words.jumpOut : words.jumpIn, { page: jumpPage })
  return (
    <article>
      {article.column && <p className="rubric">{article.column}</p>}
      {article.kicker && article.headline && <p className="kicker">{article.kicker}</p>}
      <h3>
        <Link href={address} className={article.headline || article.kicker ? undefined : 'headline-none'}>
          <Phrases text={article.headline ?? article.kicker ?? words.noHeadline} />
        </Link>
      </h3>
      {article.deck && <p className="deck">{article.deck}</p>}
      {(article.authors.length > 0 || jumped) && (
        <p className="by">
          <Byline authors={article.authors} publication={publication} />
          {jumped && <span className="jump">{jumped}</span>}
        </p>
      )}
    </article>
  )
}
