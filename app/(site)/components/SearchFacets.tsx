import { Link } from './Link.tsx'
import { searchAddress, type SearchAsked, type SearchRead } from '../reads/search.ts'
import type { SiteWords } from '../words.ts'

type Facets = Extract<SearchRead, { status: 'found' }>['facets']

/** Ways to narrow a search down: a value leads to the same search with it, the chosen one back. */
export function SearchFacets(props: { facets: Facets; asked: SearchAsked; words: SiteWords }) {
  const { facets, asked, words } = props
  const years = facets.year.values.map(({ value, count, more }) => ({
    ...{ value, label: value, count, more, chosen: asked.from === value && asked.to === value },
    narrowed: { from: value, to: value },
    widened: { from: '', to: '' },
  }))
  const by = (name: 'page' | 'author' | 'publication') =>
    facets[name].values.map(({ value, label, count, more }) => ({
      // Counted among the newest alone there may be more.
      ...{ value, label, count, more: more || facets[name].counted === 'newest' },
      chosen: asked[name] === value,
      narrowed: { [name]: value },
      widened: { [name]: '' },
    }))
  const groups = [
    { title: words.papers, values: by('publication') },
    { title: words.byYear, values: years },
    { title: words.byPage, values: by('page') },
    { title: words.author, values: by('author') },
  ].filter(({ values }) => values.length > 1 || values.some(({ chosen }) => chosen))
  if (groups.length === 0) return null
  return (
    <nav aria-label={words.narrow}>
      {groups.map(({ title, values }) => (
        <div key={title} className="facets">
          <h2>{title}</h2>
          {values.slice(0, 12).map(({ value, label, count, more, chosen, narrowed, widened }) => (
            <Link
              key={value}
              href={searchAddress({ ...asked, offset: '', ...(chosen ? widened : narrowed) })}
              aria-current={chosen ? 'true' : undefined}
            >
              {label} <span className="count">{more ? `${count}+` : count}</span>
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}
