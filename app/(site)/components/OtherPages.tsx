import { Link } from './Link.tsx'
import { articleAddress, pageAddress } from '../addresses.ts'
import { issuePart } from '../reads/contents.ts'
import type { Contents, IssuePage } from '../reads/types.ts'
import { siteWords } from '../words.ts'
import { pageName } from './PageList.tsx'

/** How many headlines of a page are named. */
const named = 4

/** 导读: what else is in the issue, on its front page. */
export function OtherPages({ contents, current }: { contents: Contents; current: IssuePage }) {
  const { publication, issue, pages } = contents
  const words = siteWords(publication.language)
  const part = issuePart(issue)
  const others = pages
    .filter((page) => page !== current)
    .map((page) => ({
      page,
      headlines: page.articles.flatMap(({ article, jump }) => {
        const title = article?.headline ?? article?.kicker
        return article && title && jump !== 'in' ? [{ id: article.id, title }] : []
      }),
    }))
    .filter(({ headlines }) => headlines.length > 0)
  if (others.length === 0) return null
  return (
    <section className="others" aria-labelledby="others-title">
      <h2 id="others-title">{words.inside}</h2>
      <div>
        {others.map(({ page, headlines }) => (
          <section key={page.id}>
            <h3>
              <Link href={pageAddress(publication, part, page.number)}>{pageName(page, words)}</Link>
            </h3>
            <ul>
              {headlines.slice(0, named).map(({ id, title }) => (
                <li key={id}>
                  <Link href={articleAddress(publication, part, id)}>{title}</Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
