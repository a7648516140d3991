'use client'
import { Button, toast, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { fill } from '../../translations/index.ts'
import type { SlipAnswer, TransitionsAnswer } from '../articleWorkflow/answers.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { ArticleOfPage } from '../articleWorkflow/useArticle.ts'
import { Reasons } from '../WorkflowBar/WhyNot.tsx'
import { Differences } from './Differences.tsx'
import { differences, merge, type Side, type Text, type WrittenField } from './differences.ts'
import { eventName, eventsSince, textChanged } from './eventsSince.ts'
import './index.css'
import { useLatest } from './useLatest.ts'

interface StaleArticleProps {
  article: ArticleOfPage
  moves: TransitionsAnswer
  trail: SlipAnswer
  /** The revision that the form shows. */
  rev: number
  /** Somebody is about to decide: the way on is to look, then to decide again. */
  deciding: boolean
}

/**
 * Said when somebody else has saved or decided since this page was opened: who did what, when; and how to go on
 * without losing what was typed (W6).
 */
export function StaleArticle({ article, moves, trail, rev, deciding }: StaleArticleProps) {
  const { words, language } = article
  const { admin } = words
  const { getData, reset, setModified } = useForm()
  // As it was loaded or last saved: the text from which the changes in the form began.
  const { savedDocumentData, setData } = useDocumentInfo()
  const modified = useFormModified()
  const router = useRouter()
  const latest = useLatest(modified, moves.rev)
  const [chosen, setChosen] = useState<ReadonlyMap<WrittenField, Side>>(new Map())

  const since = eventsSince(trail, rev)
  const mine = getData() as Text
  const found = latest
    ? differences({ mine, theirs: latest.text, base: (savedDocumentData ?? {}) as Text })
    : []
  const sides = new Map(found.map(({ field, suggested }) => [field, chosen.get(field) ?? suggested]))
  const mayEdit = moves.edit.length === 0

  const goOn = async () => {
    if (!latest) return
    const { rev: newest, stage, slip } = latest.text
    await reset({ ...merge({ mine, theirs: latest.text }, sides), rev: newest, stage, slip })
    setData(latest.text)
    setModified(true)
    setChosen(new Map())
    toast.success(admin['stale.merged'])
  }
  const copy = async () => {
    const lines = found.flatMap(({ field, mine: lines }) => [
      `【${words.labels[`articles.${field}`]}】`,
      ...lines,
    ])
    await navigator.clipboard.writeText(lines.join('\n'))
    toast.success(admin['stale.copied'])
  }
  const look = () => {
    setModified(false)
    router.refresh()
  }

  return (
    <section className="broadsheet-stale" role="alert" aria-label={admin['stale.title']}>
      <h3>{admin['stale.title']}</h3>
      <ul>
        {since.map((event) => (
          <li key={event.id}>
            {fill(admin['stale.at'], {
              time: formatTime(event.at, language),
              name: event.by,
              move: eventName(event, words),
            })}
            {event.reason ? `（${event.reason}）` : ''}
          </li>
        ))}
      </ul>
      {textChanged(since) ? null : <p>{admin['stale.sameText']}</p>}
      {modified ? (
        <>
          <p>
            {mayEdit ? `${admin['stale.typedKept']} ${admin['stale.choose']}` : admin['stale.mayNotEdit']}
          </p>
          {mayEdit ? null : <Reasons blockers={moves.edit} />}
          {latest ? (
            <Differences
              {...{ found, sides, words, authors: latest.authors, choosable: mayEdit }}
              onChoose={(field, side) => setChosen(new Map([...chosen, [field, side]]))}
            />
          ) : null}
          <div className="broadsheet-panel__buttons">
            {mayEdit ? (
              <Button
                buttonStyle="primary"
                size="small"
                margin={false}
                disabled={!latest}
                onClick={() => void goOn()}
              >
                {admin['stale.continue']}
              </Button>
            ) : (
              <Button
                buttonStyle="primary"
                size="small"
                margin={false}
                disabled={!latest}
                onClick={() => void copy()}
              >
                {admin['stale.copy']}
              </Button>
            )}
            <Button buttonStyle="secondary" size="small" margin={false} onClick={look}>
              {admin['stale.discard']}
            </Button>
          </div>
        </>
      ) : (
        <div className="broadsheet-panel__buttons">
          <Button buttonStyle="primary" size="small" margin={false} onClick={look}>
            {admin[deciding ? 'stale.lookAgain' : 'stale.look']}
          </Button>
        </div>
      )}
    </section>
  )
}
