'use client'
import { Drawer, Link, useModal } from '@payloadcms/ui'

import { fill, type Words } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { Addresses } from '../issueWork/addresses.ts'
import type { BoardPage } from '../issueWork/answers.ts'
import { MoveButtons } from '../issueWork/MoveButtons.tsx'
import { Responsibility } from '../issueWork/Responsibility.tsx'
import { shownMoves } from '../issueWork/shownMoves.ts'
import { StandingTag } from '../issueWork/StandingTag.tsx'
import { useStageMove } from '../issueWork/useStageMove.ts'
import { PageForm } from './PageForm.tsx'
import type { LayoutOutcome, LayoutPlan } from './useBoard.ts'

/** By this name Payload's modals know the drawer. */
export const pageDetailsSlug = 'broadsheet-page'

interface PageDetailsProps {
  page: BoardPage | null
  /** The move whose panel is open from the start. */
  move: string | null
  words: Words
  language: string
  addresses: Addresses
  /** Whether this person may lay out. */
  layout: boolean
  change: (plan: LayoutPlan) => Promise<LayoutOutcome>
  /** Something has been done to the page: the board is to be read anew. */
  onChanged: () => void
}

/** A page by itself: making it up, pulling its proof, signing it, and who is responsible for it. */
export function PageDetails(props: PageDetailsProps) {
  const { page, words } = props
  const { isModalOpen } = useModal()
  const title = page ? `${fill(words.board['page.title'], { number: page.number })} ${page.name ?? ''}` : ''
  return (
    <Drawer slug={pageDetailsSlug} title={title} className="broadsheet-pageDetails">
      {page && isModalOpen(pageDetailsSlug) ? <Details key={page.id} {...props} page={page} /> : null}
    </Drawer>
  )
}

function Details(props: PageDetailsProps & { page: BoardPage }) {
  const { page, move: initial, words, language, addresses, layout, change, onChanged } = props
  const { board } = words
  const { busy, refusal, make } = useStageMove({ language, words })
  const { closeModal } = useModal()
  const moves = shownMoves(page.offers, { kind: 'page', words })
  return (
    <div className="broadsheet-details">
      <p>
        <StandingTag kind="page" stage={page.stage} words={words} />{' '}
        {page.signedBy && page.signedAt
          ? fill(board['page.signed'], {
              name: page.signedBy.name,
              time: formatTime(page.signedAt, language),
            })
          : null}
      </p>
      {page.dropped ? (
        <p className="broadsheet-column__dropped">
          {fill(board['page.dropped'], {
            words: page.dropped.words,
            time: formatTime(page.dropped.at, language),
          })}
        </p>
      ) : null}
      <MoveButtons
        {...{ moves, words, busy, refusal, initial }}
        onMake={async (move, typed) => {
          const subject = { url: `${addresses.pagesApi}/${page.id}`, rev: page.rev, hash: page.hash }
          const { done } = await make(subject, { name: move.name, data: typed })
          onChanged()
          return done
        }}
      />
      <Responsibility page={page} words={words} />
      {page.layoutBy.length > 0 ? (
        <p className="broadsheet-bar__note">
          {fill(board['page.layoutBy'], { names: page.layoutBy.map(({ name }) => name).join(board.comma) })}
        </p>
      ) : null}
      {layout && page.stage !== 'signed' ? (
        <PageForm {...{ page, words, change }} onRemoved={() => closeModal(pageDetailsSlug)} />
      ) : null}
      <p>
        <Link href={`${addresses.pages}/${page.id}`} prefetch={false}>
          {board['page.form']}
        </Link>
      </p>
    </div>
  )
}
