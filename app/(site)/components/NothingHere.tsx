import { siteWords } from '../words.ts'

/** What a reader sees at an address that does not exist: which newspaper it was meant for is not known, so in both languages. */
export function NothingHere() {
  const [zh, en] = [siteWords('zh'), siteWords('en')]
  return (
    <main className="paper missing" id="text" tabIndex={-1}>
      <h1>{zh.notFound}</h1>
      <p>
        {zh.notFoundHelp} <a href="/">{zh.home}</a>
      </p>
      <div lang="en">
        <h2>{en.notFound}</h2>
        <p>
          {en.notFoundHelp} <a href="/">{en.home}</a>
        </p>
      </div>
    </main>
  )
}
