import { Link } from '@payloadcms/ui'
import { useId } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { Addresses } from '../issueWork/addresses.ts'
import type { BoardPage } from '../issueWork/answers.ts'
import { StandingTag } from '../issueWork/StandingTag.tsx'

interface PagesProps {
  pages: readonly BoardPage[]
  words: Words
  language: string
  addresses: Addresses
}

/** The pages of the issue: how far each is, who signed it, and 版面署名. */
export function Pages({ pages, words, language, addresses }: PagesProps) {
  const { board, desk } = words
  const titleId = useId()
  const signed = pages.filter(({ stage }) => stage === 'signed').length
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>
        {board['desk.pages']}
        <small>{fill(board['production.signed'], { pages: pages.length, signed })}</small>
      </h2>
      {pages.length === 0 ? (
        <p>
          {board['desk.noPages']}{' '}
          <Link href={addresses.board} prefetch={false}>
            {board['board.title']}
          </Link>
        </p>
      ) : (
        <ul className="broadsheet-desk__pages">
          {pages.map((page) => (
            <li key={page.id} id={`page-${page.id}`}>
              <div className="broadsheet-column__line">
                <Link href={`${addresses.board}#page-${page.id}`} prefetch={false}>
                  {fill(board['page.title'], { number: page.number })} {page.name}
                </Link>
                <StandingTag kind="page" stage={page.stage} words={words} />
              </div>
              {page.signedBy && page.signedAt ? (
                <p>
                  {fill(board['page.signed'], {
                    name: page.signedBy.name,
                    time: formatTime(page.signedAt, language),
                  })}
                </p>
              ) : null}
              {page.dropped ? (
                <p className="broadsheet-column__dropped">
                  {fill(board['page.dropped'], {
                    words: page.dropped.words,
                    time: formatTime(page.dropped.at, language),
                  })}
                </p>
              ) : null}
              <p className="broadsheet-desk__line2">
                {page.responsibility
                  .filter(({ names }) => names.length > 0)
                  .map(
                    ({ role, names }) =>
                      `${desk.responsibility[role as keyof typeof desk.responsibility] ?? role}${board.colon}${names.join(board.comma)}`,
                  )
                  .join(board.gap)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
