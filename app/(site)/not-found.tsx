import { siteWords } from './words.ts'

/** What a reader sees at an address that does not exist. */
export default function NotFound() {
  const words = siteWords('zh')
  return (
    <main className="paper" id="text" tabIndex={-1}>
      <h1>{words.notFound}</h1>
      <p>
        {words.notFoundHelp}
        <a href="/">{words.home}</a>
      </p>
    </main>
  )
}
