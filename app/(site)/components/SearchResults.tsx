import { Link } from './Link.tsx'
import { printedDay } from '../days.ts'
import type { Publication } from '../reads/types.ts'
import { editionName } from '../reads/contents.ts'
import type { Found } from '../reads/search.ts'
import { siteWords } from '../words.ts'
import { Byline } from './Byline.tsx'
import { Marked } from './Marked.tsx'
import { pageName } from './PageList.tsx'

/** The articles that were found, each with where it was printed. */
export function SearchResults({ hits, publications }: { hits: Found[]; publications: Publication[] }) {
  return (
    <ol className="headlines found">
      {hits.map((hit) => {
        const publication = publications.find(({ slug }) => slug === hit.publication.slug)
        return publication ? (
          <li key={hit.id}>
            <Hit hit={hit} publication={publication} />
          </li>
        ) : null
      })}
    </ol>
  )
}

function Hit({ hit, publication }: { hit: Found; publication: Publication }) {
  const words = siteWords(publication.language)
  const { path, date, edition, pages, authors, kicker, headline, snippet } = hit
  const title = headline ?? kicker
  // What was printed without a headline is shown by its text.
  const shownAs = title ?? snippet
  const shown = shownAs ? <Marked found={shownAs} /> : words.noHeadline
  return (
    <article lang={publication.language ?? 'zh-CN'}>
      <h2 className={title ? undefined : 'headline-none'}>
        {path ? <Link href={path}>{shown}</Link> : shown}
      </h2>
      {title && snippet && (
        <p className="snippet">
          <Marked found={snippet} />
        </p>
      )}
      <p className="by parts">
        <span>{publication.name}</span>{' '}
        {date && <time dateTime={date}>{printedDay(date, publication.language)}</time>}{' '}
        {edition && editionName(edition) && <span>{edition}</span>}{' '}
        {pages[0] && <span>{pageName(pages[0], words)}</span>}{' '}
        {authors.length > 0 && (
          <span>
            <Byline authors={authors} publication={publication} />
          </span>
        )}
      </p>
    </article>
  )
}
