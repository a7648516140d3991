import type { ReactNode } from 'react'
import { siteWords } from '../words.ts'
import { Link } from './Link.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SkipLink } from './SkipLink.tsx'

/** Round a page that is no one newspaper's: the house with all of them. */
export function HouseFrame(props: {
  language: string
  /** False on the page of search, which has a form of its own. */
  search?: boolean
  children: ReactNode
}) {
  const { language, search = true, children } = props
  const words = siteWords(language)
  return (
    <div className="paper" lang={language}>
      <SkipLink words={words} />
      <header className="masthead">
        <p className="masthead-name">
          <Link href="/">{words.papers}</Link>
        </p>
        <nav className="masthead-nav" aria-label={words.papers}>
          {search ? <SearchBox words={words} /> : <Link href="/">{words.homeOfHouse}</Link>}
        </nav>
      </header>
      <main id="text" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p className="foot-ways">
          <a href="/admin">{words.staff}</a>
        </p>
      </footer>
    </div>
  )
}
