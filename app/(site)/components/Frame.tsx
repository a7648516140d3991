import { Link } from './Link.tsx'
import type { ReactNode } from 'react'
import type { FeedOf } from '../../../src/exports/feeds.ts'
import { calendarAddress, calendarOfDay } from '../addresses.ts'
import { feedAddress } from '../reads/head.ts'
import type { Publication } from '../reads/types.ts'
import { siteWords } from '../words.ts'
import { PrintedAddress } from './PrintedAddress.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SkipLink } from './SkipLink.tsx'

/** Masthead, what leads on from everywhere, and the foot, round a page of one newspaper. */
export async function Frame(props: {
  publication: Publication
  /** The day at whose month the calendar opens; the year of the latest issue where it does not say. */
  day?: string | undefined
  /** On the front page of an issue the name stands as large as on paper. */
  large?: boolean
  line?: ReactNode
  /** False on the page of search, which has a form of its own. */
  search?: boolean
  /** Which feed it names; the whole newspaper's where it does not say. */
  feed?: Omit<FeedOf, 'publication'> | undefined
  /** The address that is printed with it. */
  path?: string
  children: ReactNode
}) {
  const { publication, day, large = false, line, search = true, feed, path, children } = props
  const words = siteWords(publication.language)
  const subscribe = await feedAddress({ publication: publication.slug, ...feed })
  return (
    <div className="paper" lang={publication.language ?? 'zh-CN'}>
      <SkipLink words={words} />
      <header className={large ? 'masthead masthead-large' : 'masthead'}>
        <p className="masthead-name">
          <Link href={`/${publication.slug}`}>{publication.name}</Link>
        </p>
        {line && <p className="masthead-line">{line}</p>}
        <nav className="masthead-nav" aria-label={publication.name}>
          <Link href={`/${publication.slug}`}>{words.latest}</Link>
          <Link href={day ? calendarOfDay(publication, day) : calendarAddress(publication)}>
            {words.calendar}
          </Link>
          {search && <SearchBox words={words} publication={publication.slug} />}
        </nav>
      </header>
      <main id="text" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p>
          {publication.name}
          {publication.cnNumber && <span> · {publication.cnNumber}</span>}
          {subscribe && (
            <span className="foot-ways">
              {' · '}
              <a href={subscribe}>{words.feeds}</a>
            </span>
          )}
        </p>
        {path && <PrintedAddress path={path} />}
      </footer>
    </div>
  )
}
