import { Link } from './Link.tsx'
import { pageAddress } from '../addresses.ts'
import { editionName, issuePart } from '../reads/contents.ts'
import type { Contents, IssuePage } from '../reads/types.ts'
import { fillWords, siteWords, type SiteWords } from '../words.ts'

/** 版面导航: the pages of an issue, the other editions of its day, and its neighbours. */
export function PageList({ contents, current }: { contents: Contents; current?: string | undefined }) {
  const { publication, issue, pages, previous, next, editions } = contents
  const words = siteWords(publication.language)
  return (
    <nav className="pages" aria-labelledby="pages-title">
      <h2 id="pages-title">{words.pages}</h2>
      <ol>
        {pages.map((page) => (
          <li key={page.id}>
            <Link
              href={pageAddress(publication, issuePart(issue), page.number)}
              aria-current={page.number === current ? 'page' : undefined}
            >
              {pageName(page, words)}
            </Link>
          </li>
        ))}
      </ol>
      {editions.length > 1 && (
        <p className="editions">
          <span>{words.editions}</span>{' '}
          {editions.map(({ id, path, edition }) => (
            <Link key={id} href={path} aria-current={id === issue.id ? 'true' : undefined}>
              {editionName(edition) ?? words.mainEdition}
            </Link>
          ))}
        </p>
      )}
      <p className="neighbours">
        {previous && (
          <Link rel="prev" href={previous.path}>
            {words.previousIssue}
          </Link>
        )}
        {next && (
          <Link rel="next" href={next.path}>
            {words.nextIssue}
          </Link>
        )}
      </p>
    </nav>
  )
}

/** 第1版：要闻 */
export function pageName({ number, name }: Pick<IssuePage, 'number' | 'name'>, words: SiteWords): string {
  return name ? fillWords(words.pageNamed, { number, name }) : fillWords(words.page, { number })
}
