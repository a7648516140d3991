import Link from 'next/link'
import type { ReactNode } from 'react'
import { calendarAddress } from '../addresses.ts'
import type { Publication } from '../reads/types.ts'
import { siteWords } from '../words.ts'

/** Masthead, what leads on from everywhere, and the foot, round a page of one newspaper. */
export function Frame(props: {
  publication: Publication
  /** The year the calendar opens at. */
  year?: number
  /** On the front page of an issue the name stands as large as on paper. */
  large?: boolean
  line?: ReactNode
  children: ReactNode
}) {
  const { publication, year, large = false, line, children } = props
  const words = siteWords(publication.language)
  return (
    <div className="paper" lang={publication.language ?? 'zh-CN'}>
      <header className={large ? 'masthead masthead-large' : 'masthead'}>
        <p className="masthead-name">
          <Link href={`/${publication.slug}`}>{publication.name}</Link>
        </p>
        {line && <p className="masthead-line">{line}</p>}
        <nav className="masthead-nav" aria-label={publication.name}>
          <Link href={`/${publication.slug}`}>{words.latest}</Link>
          <Link href={calendarAddress(publication, year ?? new Date().getUTCFullYear())}>
            {words.calendar}
          </Link>
          <form action="/search" role="search">
            <input type="hidden" name="publication" value={publication.slug} />
            <label>
              <span className="unseen">{words.searchFor}</span>
              <input type="search" name="q" required maxLength={100} autoComplete="off" />
            </label>
            <button type="submit">{words.search}</button>
          </form>
        </nav>
      </header>
      <main id="text" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p>
          {publication.name}
          {publication.cnNumber && <span> · {publication.cnNumber}</span>}
        </p>
      </footer>
    </div>
  )
}
