import type { Metadata } from 'next'
import { Link } from './Link.tsx'
import { calendarAddress } from '../addresses.ts'
import { readPublication } from '../reads/publications.ts'
import { saysMissing } from '../reads/status.ts'
import { siteWords } from '../words.ts'
import { Frame } from './Frame.tsx'
import { NothingHere } from './NothingHere.tsx'

/** The title of a page that there is not, in the language of the newspaper that was asked for it. */
export async function missingTitle(slug?: string): Promise<Metadata> {
  const publication = slug ? await readPublication(slug) : null
  return { title: siteWords(publication?.language).notFound, robots: { index: false } }
}

/**
 * A page that there is not: answered 404, in words, also to a browser without scripts. In a newspaper that there is, it leads on to
 * what that has.
 */
export async function Missing({ slug }: { slug?: string }) {
  await saysMissing()
  const publication = slug ? await readPublication(slug) : null
  if (!publication) return <NothingHere />
  const words = siteWords(publication.language)
  return (
    <Frame publication={publication}>
      <div className="missing">
        <h1>{words.notFound}</h1>
        <p>{words.notFoundHelp}</p>
        <p>
          <Link href={calendarAddress(publication)}>{words.otherIssues}</Link>
        </p>
      </div>
    </Frame>
  )
}
