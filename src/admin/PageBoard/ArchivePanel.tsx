'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { Role } from '../../core/workflow/index.ts'
import { fill, type Words } from '../../translations/index.ts'
import type { ErrorAnswer } from '../articleWorkflow/answers.ts'
import { request } from '../articleWorkflow/request.ts'
import type { Board, BoardCard, BulkAnswer } from '../issueWork/answers.ts'
import { useRoles } from '../useOptions.ts'
import { Choice, LongText } from '../WorkflowBar/inputs.tsx'
import { Reasons } from '../WorkflowBar/WhyNot.tsx'

interface ArchivePanelProps {
  board: Board
  words: Words
  language: string
  /** The address in the API. */
  url: string
  /** Prefix of the articles' addresses in the admin. */
  articles: string
  onChanged: () => void
}

/** A step of the archive's path that many articles can take at once. */
interface BulkStep {
  transition: 'acceptFlag' | 'submit' | 'signOff' | 'proof'
  role: Role
  fits: (card: BoardCard) => boolean
}

/** In the order in which an already printed issue goes through them. */
const steps: readonly BulkStep[] = [
  { transition: 'acceptFlag', role: 'editor', fits: ({ stage, doubts }) => stage === 'draft' && doubts > 0 },
  { transition: 'submit', role: 'editor', fits: ({ stage, doubts }) => stage === 'draft' && doubts === 0 },
  { transition: 'signOff', role: 'editor', fits: ({ stage }) => stage === 'review1' },
  { transition: 'proof', role: 'proofreader', fits: ({ stage }) => stage === 'proof1' },
]

/** 旧报入库: takes the articles of an already printed issue through review and proof, page by page or all at once. */
export function ArchivePanel({ board, words, language, url, articles, onChanged }: ArchivePanelProps) {
  const { board: say, workflow, admin } = words
  const roles = useRoles()
  const titleId = useId()
  const [scope, setScope] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState<{ step: BulkStep; answer: BulkAnswer } | null>(null)

  const cards = board.pages.filter(({ id }) => scope === '' || id === scope).flatMap((page) => page.cards)
  const once = [...new Map(cards.map((card) => [card.article, card])).values()]
  const mine = steps.filter(({ role }) => roles.includes(role))
  const headlineOf = (article: string) =>
    once.find((card) => card.article === article)?.title ?? say['card.noHeadline']

  const run = async (step: BulkStep) => {
    setTried(step.transition === 'acceptFlag')
    if (step.transition === 'acceptFlag' && reason.trim() === '') return
    setBusy(true)
    setFailure(null)
    setDone(null)
    const chosen = once.filter(step.fits).map(({ article, rev, hash }) => ({ id: article, rev, hash }))
    const answer = await request<BulkAnswer, ErrorAnswer>(`${url}/bulk`, {
      ...{ method: 'POST', language },
      data: {
        transition: step.transition,
        articles: chosen,
        ...(step.transition === 'acceptFlag' ? { reason: reason.trim() } : {}),
      },
    })
    setBusy(false)
    if (answer.ok) {
      setDone({ step, answer: answer.body })
      setReason('')
      setTried(false)
    } else setFailure(answer.body?.errors?.[0]?.message ?? say.failed)
    onChanged()
  }
  return (
    <section className="broadsheet-panel broadsheet-archive" aria-labelledby={titleId}>
      <h3 id={titleId}>{say['archive.title']}</h3>
      <p>{say['archive.what']}</p>
      {mine.length === 0 ? (
        <p className="broadsheet-bar__note">{say['archive.who']}</p>
      ) : (
        <>
          <div className="broadsheet-panel__inputs">
            <Choice
              label={say['archive.scope']}
              value={scope}
              onChange={setScope}
              options={[
                ['', say['archive.all']],
                ...board.pages.map(
                  ({ id, number, name }) =>
                    [id, `${fill(say['page.title'], { number })} ${name ?? ''}`] as const,
                ),
              ]}
            />
            {mine.some(({ transition, fits }) => transition === 'acceptFlag' && once.some(fits)) ? (
              <LongText
                label={say['archive.reason']}
                value={reason}
                onChange={setReason}
                error={tried && reason.trim() === '' ? say['missing.reason'] : null}
              />
            ) : null}
          </div>
          <div className="broadsheet-panel__buttons">
            {mine.map((step) => {
              const count = once.filter(step.fits).length
              return (
                <Button
                  key={step.transition}
                  buttonStyle="secondary"
                  size="small"
                  margin={false}
                  disabled={busy || count === 0}
                  onClick={() => void run(step)}
                >
                  {fill(say['archive.button'], { move: workflow.transitions[step.transition], count })}
                </Button>
              )
            })}
          </div>
        </>
      )}
      <div role="status">
        {busy ? admin['move.busy'] : null}
        {done ? (
          <p>
            {fill(say['archive.done'], {
              move: workflow.transitions[done.step.transition],
              moved: done.answer.moved,
              refused: done.answer.refused,
            })}
          </p>
        ) : null}
      </div>
      {failure ? (
        <div className="broadsheet-panel__refusal" role="alert">
          <p>{failure}</p>
        </div>
      ) : null}
      {done && done.answer.refused > 0 ? (
        <ul className="broadsheet-archive__refused">
          {done.answer.results.map((result) =>
            result.outcome === 'refused' ? (
              <li key={result.article}>
                <a href={`${articles}/${result.article}`}>{headlineOf(result.article)}</a>
                <Reasons blockers={result.blockers} />
              </li>
            ) : null,
          )}
        </ul>
      ) : null}
    </section>
  )
}
