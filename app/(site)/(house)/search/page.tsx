import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Frame } from '../../components/Frame.tsx'
import { HouseFrame } from '../../components/HouseFrame.tsx'
import { Pager } from '../../components/Pager.tsx'
import { SearchChosen } from '../../components/SearchChosen.tsx'
import { facetGroups, facetsAnchor, SearchFacets } from '../../components/SearchFacets.tsx'
import { SearchForm } from '../../components/SearchForm.tsx'
import { SearchOrder } from '../../components/SearchOrder.tsx'
import { SearchResults } from '../../components/SearchResults.tsx'
import { houseLanguage, readPublications } from '../../reads/publications.ts'
import {
  readSearch,
  readSearchedAuthor,
  searchAddress,
  searchNames,
  searchPage,
  type SearchAsked,
} from '../../reads/search.ts'
import type { Publication } from '../../reads/types.ts'
import { fillWords, siteWords, type SiteWords } from '../../words.ts'

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

/** The newspaper that is searched, the only one where there is but one, and the language in which the page speaks. */
async function searchedIn(
  asked: SearchAsked,
): Promise<{ publications: Publication[]; paper: Publication | undefined; language: string }> {
  const publications = await readPublications()
  const paper =
    publications.length === 1 ? publications[0] : publications.find(({ slug }) => slug === asked.publication)
  return { publications, paper, language: paper ? (paper.language ?? 'zh-CN') : houseLanguage(publications) }
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const asked = await askedIn(searchParams)
  const { paper, language } = await searchedIn(asked)
  const title = [asked.q, siteWords(language).search, paper?.name].filter(Boolean).join(' · ')
  return { title, robots: { index: false } }
}

/** Full text search of everything that readers may see. */
export default async function SearchPage({ searchParams }: Props) {
  const asked = await askedIn(searchParams)
  const { publications, paper, language } = await searchedIn(asked)
  const words = siteWords(language)
  const read = asked.q ? await readSearch(asked, language) : null
  const author = asked.author ? await readSearchedAuthor(asked.author) : null
  const offset = Number(asked.offset ?? 0) || 0
  const groups = read?.status === 'found' ? facetGroups({ facets: read.facets, asked, words }) : []
  const isLast = read?.status !== 'found' || offset + searchPage >= read.total.count
  const to = (at: number, text: string) => ({ href: searchAddress({ ...asked, offset: String(at) }), text })
  return (
    <Around paper={paper} language={language}>
      <h1>{words.search}</h1>
      <SearchForm asked={asked} publications={publications} words={words} />
      <SearchChosen {...{ asked, publications, author, words }} />
      {!read && <p className="aside">{words.askSomething}</p>}
      {read?.status === 'refused' && (
        <p className="notice" role="alert">
          {read.message || words.searchOff}
        </p>
      )}
      {read?.status === 'found' && read.total.count === 0 && (
        <p className="aside" role="status">
          {words.foundNone}
        </p>
      )}
      {read?.status === 'found' && read.total.count > 0 && (
        <div className="answer">
          <div className="summary">
            <p className="aside" role="status">
              {countWords(read.total, words)}
              {read.hits.length === 0 && ` ${words.noMore}`}
            </p>
            {read.total.count > 1 && <SearchOrder asked={asked} words={words} />}
            {groups.length > 0 && (
              <a className="to-narrow" href={`#${facetsAnchor}`}>
                {words.narrow}
              </a>
            )}
          </div>
          <div className="results">
            <SearchResults hits={read.hits} publications={publications} />
            {isLast && read.total.more && (
              <p className="aside">{fillWords(words.onlyFirst, { count: read.total.count })}</p>
            )}
            <Pager
              previous={offset > 0 ? to(Math.max(0, offset - searchPage), words.previous) : null}
              next={isLast ? null : to(offset + searchPage, words.next)}
            />
          </div>
          <SearchFacets groups={groups} asked={asked} words={words} />
        </div>
      )}
    </Around>
  )
}

function countWords({ count, more }: { count: number; more: boolean }, words: SiteWords): string {
  return fillWords(words.found, { count: `${count}${more ? '+' : ''}` })
}

/** The frame of the newspaper that is searched, or of the house. */
function Around(props: { paper: Publication | undefined; language: string; children: ReactNode }) {
  const { paper, language, children } = props
  if (!paper) {
    return (
      <HouseFrame language={language} search={false}>
        {children}
      </HouseFrame>
    )
  }
  return (
    <Frame publication={paper} search={false}>
      {children}
    </Frame>
  )
}
