'use client'
import { Button, Modal, useModal } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import { Choice } from '../WorkflowBar/inputs.tsx'
import type { Board, BoardCard } from '../issueWork/answers.ts'
import type { Spot } from './spots.ts'

/** By this name Payload's modals know the dialog. */
export const moveDialogSlug = 'broadsheet-move'

interface MoveDialogProps {
  board: Board
  words: Words
  /** Where the card is that is asked about. */
  at: Spot | null
  mayPut: (page: string | null, article: string) => boolean
  onPut: (move: { article: string; from: Spot; to: Spot }) => void
  /** It stays where it is and goes on there. */
  onJump: (move: { article: string; from: Spot; to: Spot }) => void
  onClosed: () => void
}

/** Where to? For those who neither drag nor carry: the page and the place on it, from lists. */
export function MoveDialog({ board, words, at, mayPut, onPut, onJump, onClosed }: MoveDialogProps) {
  const { closeModal, isModalOpen } = useModal()
  const card = at ? cardAt(board, at) : undefined
  const open = isModalOpen(moveDialogSlug)
  // Somebody else has taken the card away meanwhile.
  useEffect(() => {
    if (open && !card) closeModal(moveDialogSlug)
  }, [open, card, closeModal])
  const close = () => {
    closeModal(moveDialogSlug)
    onClosed()
  }
  return (
    <Modal
      slug={moveDialogSlug}
      className="broadsheet-dialog"
      aria-label={words.board['dialog.title']}
      focusTrapOptions={{ returnFocusOnDeactivate: false, escapeDeactivates: false }}
    >
      {at && card && open ? (
        <MoveForm
          key={`${at.page}:${card.article}`}
          {...{ board, words, at, card, mayPut }}
          onCancel={close}
          onMove={(to, jump) => {
            closeModal(moveDialogSlug)
            const put = jump ? onJump : onPut
            put({ article: card.article, from: at, to })
          }}
        />
      ) : null}
    </Modal>
  )
}

interface MoveFormProps extends Pick<MoveDialogProps, 'board' | 'words' | 'mayPut'> {
  at: Spot
  card: BoardCard
  onCancel: () => void
  onMove: (to: Spot, jump: boolean) => void
}

const tray = 'tray'

function MoveForm({ board, words, at, card, mayPut, onCancel, onMove }: MoveFormProps) {
  const titleId = useId()
  const goals = board.pages.filter(({ id }) => id === at.page || mayPut(id, card.article))
  const [page, setPage] = useState(at.page ?? goals[0]?.id ?? tray)
  const others = (board.pages.find(({ id }) => id === page)?.cards ?? []).filter(
    ({ article }) => article !== card.article,
  )
  const [index, setIndex] = useState(String(at.page === page ? at.index : others.length))
  const [jump, setJump] = useState(false)
  const { board: say } = words
  const mayJump = at.page !== null && page !== at.page && page !== tray && card.jump.kind === 'none'

  const choosePage = (chosen: string) => {
    setPage(chosen)
    const there = board.pages.find(({ id }) => id === chosen)?.cards ?? []
    setIndex(String(chosen === at.page ? at.index : there.length))
  }
  const positions = [...Array(others.length + 1).keys()].map((position) => {
    const before = others[position]
    const where = before
      ? fill(say['dialog.before'], { headline: before.headline || say['card.noHeadline'] })
      : say['dialog.last']
    return [String(position), `${position + 1} · ${where}`] as const
  })
  return (
    <form
      className="broadsheet-dialog__box"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        onMove(page === tray ? { page: null, index: 0 } : { page, index: Number(index) }, mayJump && jump)
      }}
    >
      <h2 id={titleId}>{fill(say['dialog.move'], { headline: card.headline || say['card.noHeadline'] })}</h2>
      <Choice
        label={say['dialog.page']}
        value={page}
        onChange={choosePage}
        options={[
          ...goals.map(
            ({ id, number, name }) =>
              [id, `${fill(say['page.title'], { number })}${name ? ` ${name}` : ''}`] as const,
          ),
          ...(at.page === null ? [] : [[tray, say['dialog.tray']] as const]),
        ]}
      />
      {page === tray ? null : (
        <Choice label={say['dialog.position']} value={index} onChange={setIndex} options={positions} />
      )}
      {mayJump ? (
        <label className="broadsheet-panel__check">
          <input type="checkbox" checked={jump} onChange={(event) => setJump(event.target.checked)} />
          {say['dialog.jump']}
        </label>
      ) : null}
      <div className="broadsheet-panel__buttons">
        <Button type="submit" buttonStyle="primary" size="small" margin={false}>
          {say['dialog.button']}
        </Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={onCancel}>
          {words.admin['move.cancel']}
        </Button>
      </div>
    </form>
  )
}

function cardAt(board: Board, { page, index }: Spot): BoardCard | undefined {
  const cards = page === null ? board.tray : board.pages.find(({ id }) => id === page)?.cards
  return cards?.[index]
}
