import { Link } from './Link.tsx'
import { pageWords } from './SearchChosen.tsx'
import { searchAddress, wholeDay, type SearchAsked, type SearchRead } from '../reads/search.ts'
import type { SiteWords } from '../words.ts'

type Facets = Extract<SearchRead, { status: 'found' }>['facets']

/** So many values of a kind are offered, the most frequent ones. */
const most = 12

/** A kind of values by which a search can be narrowed down. */
interface FacetGroup {
  title: string
  values: { value: string; label: string; count: number; more?: boolean; narrowed: SearchAsked }[]
}

/**
 * Ways to narrow a search down: each value leads to the same search with it, which finds as many as the value says. Of a kind that was
 * chosen already none is offered: another one would not narrow but replace, and find a different number.
 */
export function facetGroups(of: { facets: Facets; asked: SearchAsked; words: SiteWords }): FacetGroup[] {
  const { facets, asked, words } = of
  const years = facets.year.values.map((one) => ({ ...one, narrowed: withinYear(one.value, asked) }))
  const by = (name: 'page' | 'author' | 'publication') =>
    facets[name].values.map((one) => ({
      ...one,
      // Counted among the newest alone there may be more.
      more: one.more || facets[name].counted === 'newest',
      narrowed: { [name]: one.value },
    }))
  return [
    { title: words.papers, chosen: asked.publication, values: by('publication') },
    { title: words.byYear, chosen: '', values: years },
    {
      title: words.byPage,
      chosen: asked.page,
      values: by('page').map((one) => ({ ...one, label: pageWords(one.label, words) })),
    },
    { title: words.author, chosen: asked.author, values: by('author') },
  ].filter(({ chosen, values }) => !chosen && values.length > 1)
}

/** Where the ways to narrow a search down stand in its page. */
export const facetsAnchor = 'narrow'

/** The ways to narrow a search down, each with how many it finds. */
export function SearchFacets(props: { groups: FacetGroup[]; asked: SearchAsked; words: SiteWords }) {
  const { groups, asked, words } = props
  if (groups.length === 0) return null
  return (
    <nav id={facetsAnchor} className="narrow" aria-label={words.narrow}>
      {groups.map(({ title, values }) => (
        <div key={title} className="facets">
          <h2>{title}</h2>
          {values.slice(0, most).map(({ value, label, count, more, narrowed }) => (
            <Link key={value} href={searchAddress({ ...asked, offset: '', ...narrowed })}>
              {label} <span className="count">{more ? `${count}+` : count}</span>
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}

/** A year, as far as it is within the days that were asked for: so many were counted of it. */
function withinYear(year: string, { from, to }: SearchAsked): { from: string; to: string } {
  return {
    from: from && wholeDay(from, 0) > wholeDay(year, 0) ? from : year,
    to: to && wholeDay(to, 1) < wholeDay(year, 1) ? to : year,
  }
}
