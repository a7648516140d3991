import { Link } from './Link.tsx'
import { articleAddress } from '../addresses.ts'
import { issuePart } from '../reads/contents.ts'
import { titleOf } from '../reads/untitled.ts'
import type { Contents, IssuePage } from '../reads/types.ts'
import { siteWords } from '../words.ts'

/** 标题导航 beside an article: what else stands on its page, in the order of the paper. */
export function OnThisPage(props: {
  contents: Contents
  page: IssuePage
  current: string
  untitled: ReadonlyMap<string, string>
}) {
  const { contents, page, current, untitled } = props
  const { publication, issue } = contents
  const words = siteWords(publication.language)
  const listed = page.articles.flatMap(({ article }) => article ?? [])
  if (listed.length < 2) return null
  return (
    <nav className="pages titles" aria-labelledby="titles-title">
      <h2 id="titles-title">{words.headlines}</h2>
      <ol>
        {listed.map((article) => (
          <li key={article.id}>
            <Link
              href={articleAddress(publication, issuePart(issue), article.id)}
              aria-current={article.id === current ? 'page' : undefined}
            >
              {titleOf(article, untitled) ?? words.noHeadline}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
