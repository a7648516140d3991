import { Link } from './Link.tsx'
import { articleAddress } from '../addresses.ts'
import { printedDay } from '../days.ts'
import { editionName } from '../reads/contents.ts'
import type { ListedArticle } from '../reads/author.ts'
import type { Publication } from '../reads/types.ts'
import { fillWords, siteWords } from '../words.ts'

/** Articles from many issues, each with the day and page on which it stands. */
export function ArticleList({
  articles,
  publication,
}: {
  articles: ListedArticle[]
  publication: Publication
}) {
  const words = siteWords(publication.language)
  if (articles.length === 0) return <p className="empty">{words.noArticles}</p>
  return (
    <ol className="headlines">
      {articles.map(({ id, headline, kicker, opening, issue, date, edition, page }) => (
        <li key={id}>
          <article>
            <h2 className={headline || kicker ? undefined : 'headline-none'}>
              {issue ? (
                <Link href={articleAddress(publication, issue, id)}>
                  {headline ?? kicker ?? (opening || words.noHeadline)}
                </Link>
              ) : (
                (headline ?? kicker ?? (opening || words.noHeadline))
              )}
            </h2>
            {(headline || kicker) && opening && <p className="lead">{opening}</p>}
            {date && (
              <p className="by parts">
                <time dateTime={date}>{printedDay(date, publication.language)}</time>{' '}
                {edition && editionName(edition) && <span>{edition}</span>}{' '}
                {page && <span>{fillWords(words.page, { number: page })}</span>}
              </p>
            )}
          </article>
        </li>
      ))}
    </ol>
  )
}
