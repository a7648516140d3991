import { Link } from './Link.tsx'
import { pageName } from './PageList.tsx'
import type { Publication } from '../reads/types.ts'
import { searchAddress, type SearchAsked } from '../reads/search.ts'
import { fillWords, type SiteWords } from '../words.ts'

/** What a search is narrowed to, whatever it finds: each of it leads to the same search without it. */
export function SearchChosen(props: {
  asked: SearchAsked
  publications: Publication[]
  /** What the chosen author is called. */
  author: string | null
  words: SiteWords
}) {
  const { asked, publications, author, words } = props
  const { from, to, page, publication } = asked
  const paper = publications.find(({ slug }) => slug === publication)?.name ?? publication
  const chosen = [
    { of: words.papers, is: paper, without: { publication: '' } },
    ...(from && from === to
      ? [{ of: words.date, is: from, without: { from: '', to: '' } }]
      : [
          { of: words.from, is: from, without: { from: '' } },
          { of: words.to, is: to, without: { to: '' } },
        ]),
    { of: words.byPage, is: page && pageWords(page, words), without: { page: '' } },
    { of: words.author, is: asked.author && (author ?? asked.author), without: { author: '' } },
  ].filter(({ is }) => is)
  if (chosen.length === 0) return null
  return (
    <ul className="chosen" aria-label={words.chosen}>
      {chosen.map(({ of, is, without }) => (
        <li key={of}>
          <Link href={searchAddress({ ...asked, offset: '', ...without })}>
            <span className="unseen">{words.remove} </span>
            {fillWords(words.named, { name: of, title: String(is) })}
            <span className="cross" aria-hidden="true">
              ×
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** A page's number is told as one, its name as it is. */
export function pageWords(page: string, words: SiteWords): string {
  return /^[a-z]{0,3}\d{1,3}$/i.test(page) ? pageName({ number: page, name: null }, words) : page
}
