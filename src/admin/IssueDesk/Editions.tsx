import { useId } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { Addresses } from '../issueWork/addresses.ts'
import type { EditionLine } from '../issueWork/answers.ts'

interface EditionsProps {
  editions: readonly EditionLine[]
  words: Words
  language: string
  addresses: Addresses
}

/** 出版清单: what was published, when, by whom, with the hash that stands for all of it. */
export function Editions({ editions, words, language, addresses }: EditionsProps) {
  const { board } = words
  const titleId = useId()
  const kinds: Readonly<Record<string, string>> = words.desk.editionKinds
  if (editions.length === 0) return null
  return (
    <section aria-labelledby={titleId} className="broadsheet-edition">
      <h2 id={titleId}>{board['edition.title']}</h2>
      {editions.map((edition) => (
        <dl key={edition.id}>
          <dt>{fill(board['edition.number'], { number: edition.number })}</dt>
          <dd>
            {kinds[edition.kind] ?? edition.kind}
            {board.colon}
            {fill(board['edition.what'], {
              time: formatTime(edition.at, language),
              name: edition.by?.name ?? board['edition.system'],
              articles: edition.articles,
            })}
          </dd>
          <dt>{board['edition.hash']}</dt>
          <dd>
            <code>{edition.hash}</code>{' '}
            <a href={`${addresses.issueApi}/edition?number=${edition.number}`}>{board['edition.open']}</a>
          </dd>
        </dl>
      ))}
    </section>
  )
}
