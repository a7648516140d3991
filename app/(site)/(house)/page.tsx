import type { Metadata } from 'next'
import { Link } from '../components/Link.tsx'
import { HouseFrame } from '../components/HouseFrame.tsx'
import { IssueFront } from '../components/IssueFront.tsx'
import { printedDay } from '../days.ts'
import { readContents } from '../reads/contents.ts'
import { describePage } from '../reads/head.ts'
import { houseLanguage, readPublications } from '../reads/publications.ts'
import type { Contents } from '../reads/types.ts'
import { siteWords } from '../words.ts'

// What is published changes at any moment, so nothing is rendered ahead of time.
export const dynamic = 'force-dynamic'

/** The newspapers that have something to read, each open at its latest issue. */
async function readShelf(): Promise<{ shelf: Contents[]; language: string }> {
  const publications = await readPublications()
  const latest = await Promise.all(publications.map(({ slug }) => readContents(slug, 'latest')))
  return { shelf: latest.filter((contents) => contents !== null), language: houseLanguage(publications) }
}

export async function generateMetadata(): Promise<Metadata> {
  const { shelf, language } = await readShelf()
  const [only] = shelf
  if (shelf.length !== 1 || !only) return { title: siteWords(language).papers }
  const { publication } = only
  return describePage({ publication, title: publication.name, path: `/${publication.slug}` })
}

/** A house with one newspaper opens at its latest issue; one with several at a shelf of them. */
export default async function HomePage() {
  const { shelf, language } = await readShelf()
  const [only] = shelf
  if (shelf.length === 1 && only) return <IssueFront contents={only} />
  const words = siteWords(language)
  return (
    <HouseFrame language={language}>
      <h1 className="unseen">{words.papers}</h1>
      {shelf.length === 0 && <p className="empty">{words.nothingYet}</p>}
      <ul className="shelf">
        {shelf.map(({ publication, issue }) => (
          <li key={publication.id} lang={publication.language ?? 'zh-CN'}>
            <Link className="masthead-name" href={issue.path}>
              {publication.name}
            </Link>
            <time dateTime={issue.date}>{printedDay(issue.date, publication.language)}</time>
          </li>
        ))}
      </ul>
    </HouseFrame>
  )
}
