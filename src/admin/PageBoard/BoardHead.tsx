'use client'
import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import type { PageStage } from '../../core/issue/index.ts'
import { stages } from '../../core/workflow/index.ts'
import { fill, type Words } from '../../translations/index.ts'
import type { Addresses } from '../issueWork/addresses.ts'
import type { Board, BoardPage } from '../issueWork/answers.ts'
import { whyFailed } from '../issueWork/LoadFailed.tsx'
import { StandingTag } from '../issueWork/StandingTag.tsx'
import { StageTag } from '../StageTag/index.tsx'
import { lengthOf } from './lengthOf.ts'

interface BoardHeadProps {
  board: Board
  words: Words
  addresses: Addresses
  /** The last question for news failed. */
  failure: { status: number; message: string | null } | null
  /** Why the last move was refused. */
  refusal: string | null
  onDismiss: () => void
  /** What else can be done with the whole board. */
  children?: ReactNode
}

/** How far the issue is, where its articles are, and what stands in the way of moving them. */
export function BoardHead(props: BoardHeadProps) {
  const { board, words, addresses, failure, refusal, onDismiss, children } = props
  const { board: say } = words
  const { issue, pages } = board
  const cards = pages.flatMap((page) => page.cards)
  const articles = new Map(cards.map((card) => [card.article, card.stage]))
  const length = lengthOf(cards)
  const counts = stages
    .map((stage) => ({ stage, count: [...articles.values()].filter((one) => one === stage).length }))
    .filter(({ count }) => count > 0)
  return (
    <header className="broadsheet-board__head">
      <div className="broadsheet-board__line">
        <StandingTag kind="issue" stage={issue.stage} words={words} />
        <span>
          {fill(say['head.pages'], { count: pages.length })}
          {issue.plannedPages && issue.plannedPages !== pages.length
            ? fill(say['head.planned'], { count: issue.plannedPages })
            : null}
        </span>
        <span>{fill(say['page.facts'], { articles: length.articles, characters: length.characters })}</span>
        {counts.map(({ stage, count }) => (
          <StageTag
            key={stage}
            stage={stage}
            word={fill(words.admin['issue.count'], { stage: words.workflow.stages[stage], count })}
          />
        ))}
        <span className="broadsheet-board__links">
          {children}
          <Link href={addresses.desk} prefetch={false}>
            {say['desk.title']}
          </Link>
        </span>
      </div>
      <PageStrip {...{ pages, words }} />
      {!board.layout.allowed ? (
        <p className="broadsheet-board__fixed">
          <strong>{say['head.readOnly']}</strong>{' '}
          {board.layout.blockers.map(({ what, fix }) => `${what} ${fix}`).join(' ')}
        </p>
      ) : null}
      {failure ? (
        <p className="broadsheet-board__fixed" role="status">
          {say['head.old']} {whyFailed(failure, words)}
        </p>
      ) : null}
      {refusal ? (
        <div className="broadsheet-panel__refusal" role="alert">
          <p>{refusal}</p>
          <button type="button" className="broadsheet-link" onClick={onDismiss}>
            {say['head.dismiss']}
          </button>
        </div>
      ) : null}
    </header>
  )
}

/** All pages of the issue in a row, each in the colour of how far it is: a click brings one into sight. */
function PageStrip({ pages, words }: { pages: readonly BoardPage[]; words: Words }) {
  const { board: say, desk } = words
  if (pages.length < 4) return null
  return (
    <nav className="broadsheet-strip" aria-label={say['strip.label']}>
      {pages.map((page) => (
        <button
          key={page.id}
          type="button"
          className={`broadsheet-strip__page broadsheet-strip__page--${page.stage}`}
          title={`${fill(say['page.title'], { number: page.number })} ${page.name ?? ''} · ${desk.pageStages[page.stage as PageStage]}`}
          aria-label={`${fill(say['page.title'], { number: page.number })}${say['comma']}${desk.pageStages[page.stage as PageStage]}`}
          onClick={() => {
            const column = document.getElementById(`page-${page.id}`)
            column?.scrollIntoView({ block: 'nearest', inline: 'start', behavior: 'smooth' })
          }}
        >
          {page.number}
          {page.dropped ? <span aria-hidden="true">!</span> : null}
        </button>
      ))}
    </nav>
  )
}
