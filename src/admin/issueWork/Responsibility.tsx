import type { Words } from '../../translations/index.ts'
import type { BoardPage } from './answers.ts'

type ResponsibilityProps = {
  page: Pick<BoardPage, 'responsibility' | 'responsibilityComplete'>
  words: Words
}

/** 版面署名: who is responsible for a page, as the records say; never typed. */
export function Responsibility({ page, words }: ResponsibilityProps) {
  const { board, desk } = words
  return (
    <div className="broadsheet-responsibility">
      <h4>{board['responsibility.title']}</h4>
      {page.responsibility.some(({ names }) => names.length > 0) ? (
        <dl>
          {page.responsibility.map(({ role, names }) => (
            <div key={role}>
              <dt>{desk.responsibility[role as keyof typeof desk.responsibility] ?? role}</dt>
              <dd>{names.join(board.comma) || '—'}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {page.responsibilityComplete ? null : (
        <p className="broadsheet-bar__note">{board['responsibility.incomplete']}</p>
      )}
    </div>
  )
}
