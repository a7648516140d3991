'use client'
import { siteWords } from '../words.ts'

/** What a reader sees where a page could not be made: which newspaper it was of is not known here, so in both languages. */
export function PageFailed() {
  const [zh, en] = [siteWords('zh'), siteWords('en')]
  return (
    <main className="paper missing" id="text" tabIndex={-1} lang="zh-CN">
      <title>{zh.failed}</title>
      <h1>{zh.failed}</h1>
      <p>
        {zh.failedHelp} <a href="">{zh.tryAgain}</a>
      </p>
      <div lang="en">
        <h2>{en.failed}</h2>
        <p>
          {en.failedHelp} <a href="">{en.tryAgain}</a>
        </p>
      </div>
    </main>
  )
}
