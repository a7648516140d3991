import type { Metadata } from 'next'
import { Link } from './components/Link.tsx'
import { IssueFront } from './components/IssueFront.tsx'
import { printedDay } from './days.ts'
import { readContents } from './reads/contents.ts'
import { readPublications } from './reads/publications.ts'
import { isEnglish, siteWords } from './words.ts'

// What is published changes at any moment, so nothing is rendered ahead of time.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: '报纸 · Newspapers' }

/** A house with one newspaper opens at its latest issue; one with several at a shelf of them. */
export default async function HomePage() {
  const publications = await readPublications()
  const shelf = await Promise.all(
    publications.map(async (publication) => ({
      publication,
      latest: await readContents(publication.slug, 'latest'),
    })),
  )
  const published = shelf.filter(({ latest }) => latest !== null)
  const only = published.length === 1 ? published[0] : undefined
  if (only?.latest) return <IssueFront contents={only.latest} />

  // Chinese first, unless all that is here is English.
  const language =
    publications.find((paper) => !isEnglish(paper.language))?.language ?? publications[0]?.language
  const words = siteWords(language)
  return (
    <main className="paper shelf" id="text" tabIndex={-1} lang={language ?? 'zh-CN'}>
      <h1>{words.papers}</h1>
      {published.length === 0 && <p>{words.nothingYet}</p>}
      <ul>
        {published.map(({ publication, latest }) => (
          <li key={publication.id}>
            <Link className="masthead-name" href={latest!.issue.path}>
              {publication.name}
            </Link>
            <span>{printedDay(latest!.issue.date, publication.language)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/admin">{words.staff}</a>
      </p>
    </main>
  )
}
