import { wordsIn } from '../../translations/index.ts'
import './index.css'

/** In place of a view that somebody may not see: why, and what to do. */
export function NotForYou({ language }: { language: string }) {
  const { board } = wordsIn(language)
  return (
    <div className="broadsheet-view">
      <p role="alert">{board['notForYou']}</p>
    </div>
  )
}
