import type { Metadata } from 'next'
import { Link } from '../components/Link.tsx'
import type { ReactNode } from 'react'
import { Frame } from '../components/Frame.tsx'
import { Pager } from '../components/Pager.tsx'
import { SearchFacets } from '../components/SearchFacets.tsx'
import { SearchForm } from '../components/SearchForm.tsx'
import { SearchResults } from '../components/SearchResults.tsx'
import { readPublications } from '../reads/publications.ts'
import { readSearch, searchAddress, searchNames, searchPage, type SearchAsked } from '../reads/search.ts'
import type { Publication } from '../reads/types.ts'
import { fillWords, siteWords, type SiteWords } from '../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function askedIn(searchParams: Props['searchParams']): Promise<SearchAsked> {
  const params = await searchParams
  return Object.fromEntries(
    searchNames.flatMap((name) => {
      const value = params[name]
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : []
    }),
  )
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await askedIn(searchParams)
  const words = siteWords('zh')
  return { title: q ? `${q} · ${words.search}` : words.search, robots: { index: false } }
}

/** Full text search of everything that readers may see. */
export default async function SearchPage({ searchParams }: Props) {
  const asked = await askedIn(searchParams)
  const publications = await readPublications()
  const paper = publications.find(({ slug }) => slug === asked.publication) ?? publications[0]
  const words = siteWords(paper?.language)
  const read = asked.q ? await readSearch(asked) : null
  const offset = Number(asked.offset ?? 0) || 0
  const to = (at: number, text: string) => ({ href: searchAddress({ ...asked, offset: String(at) }), text })
  return (
    <Around paper={paper} words={words}>
      <h1>{words.search}</h1>
      <SearchForm asked={asked} publications={publications} words={words} />
      {!read && <p>{words.askSomething}</p>}
      {read?.status === 'refused' && (
        <p className="notice" role="alert">
          {read.message || words.searchOff}
        </p>
      )}
      {read?.status === 'found' && (
        <>
          <p className="aside" role="status">
            {read.total.count === 0
              ? words.foundNone
              : fillWords(words.found, { count: `${read.total.count}${read.total.more ? '+' : ''}` })}
          </p>
          <SearchFacets facets={read.facets} asked={asked} words={words} />
          <SearchResults hits={read.hits} publications={publications} />
          <Pager
            label={words.search}
            previous={offset > 0 ? to(Math.max(0, offset - searchPage), words.previous) : null}
            next={offset + searchPage < read.total.count ? to(offset + searchPage, words.next) : null}
          />
        </>
      )}
    </Around>
  )
}

/** The frame of the newspaper that is searched; of a house without one the bare page. */
function Around(props: { paper: Publication | undefined; words: SiteWords; children: ReactNode }) {
  const { paper, words, children } = props
  if (paper) {
    return (
      <Frame publication={paper} search={false}>
        {children}
      </Frame>
    )
  }
  return (
    <main className="paper" id="text" tabIndex={-1}>
      <p>
        <Link href="/">{words.home}</Link>
      </p>
      {children}
    </main>
  )
}
