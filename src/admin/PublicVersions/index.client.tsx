'use client'
import { useEffect, useId, useState } from 'react'

import { fill } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import { request } from '../articleWorkflow/request.ts'
import type { ArticleOfPage } from '../articleWorkflow/useArticle.ts'
import type { PublicHistory, PublicVersion } from './answers.ts'
import { Comparison } from './Comparison.tsx'
import './index.css'
import { WholeText } from './WholeText.tsx'

interface PublicVersionsProps {
  article: ArticleOfPage
  /** Read again when the article has moved on. */
  rev: number
}

/** What readers have seen of the article since it first appeared: each text can be opened, and two of them compared. */
export function PublicVersions({ article, rev }: PublicVersionsProps) {
  const { url, language, words } = article
  const { admin, workflow } = words
  const titleId = useId()
  const [history, setHistory] = useState<PublicHistory | null>(null)
  const [failed, setFailed] = useState(false)
  const [open, setOpen] = useState<number | null>(null)
  useEffect(() => {
    let current = true
    void request<PublicHistory>(`${url}/editions`, { language }).then((answer) => {
      if (!current) return
      setFailed(!answer.ok)
      if (answer.ok) setHistory(answer.body)
    })
    return () => {
      current = false
    }
  }, [url, language, rev])

  if (failed && !history) return <p role="status">{admin['versions.failed']}</p>
  if (!history || history.versions.length === 0) return null
  const { versions, withdrawals, names } = history
  const what = ({ kind }: PublicVersion) => (kind ? workflow.kinds[kind] : admin['versions.first'])
  const entries = [
    ...versions.map((version) => ({ at: version.at, version })),
    ...withdrawals.map((withdrawal) => ({ at: withdrawal.at, withdrawal })),
  ].sort((one, other) => (one.at < other.at ? -1 : 1))
  return (
    <section className="broadsheet-versions" aria-labelledby={titleId}>
      <h3 id={titleId}>{admin['versions.title']}</h3>
      <ol>
        {entries.map((entry) =>
          'version' in entry ? (
            <li key={entry.at}>
              <strong>{fill(admin['versions.number'], { number: entry.version.version })}</strong>{' '}
              {what(entry.version)}
              <small>
                {' '}
                {fill(admin['versions.by'], {
                  time: formatTime(entry.at, language),
                  name: entry.version.by.name,
                })}
              </small>{' '}
              {entry.version.text ? (
                <button
                  type="button"
                  className="broadsheet-link"
                  aria-expanded={open === entry.version.version}
                  onClick={() => setOpen(open === entry.version.version ? null : entry.version.version)}
                >
                  {fill(admin[open === entry.version.version ? 'versions.close' : 'versions.open'], {
                    number: entry.version.version,
                  })}
                </button>
              ) : (
                <span>{admin['versions.missing']}</span>
              )}
              {entry.version.note ? (
                <p>{fill(admin['versions.note'], { note: entry.version.note })}</p>
              ) : null}
              {open === entry.version.version && entry.version.text ? (
                <WholeText text={entry.version.text} {...{ names, words }} />
              ) : null}
            </li>
          ) : (
            <li key={entry.at}>
              <strong>{workflow.transitions.withdraw}</strong>
              <small>
                {' '}
                {fill(admin['versions.withdrawn'], {
                  time: formatTime(entry.at, language),
                  by: entry.withdrawal.askedBy?.name ?? '—',
                  confirmed: entry.withdrawal.by.name,
                })}
              </small>
              <p>{fill(admin['versions.notice'], { notice: entry.withdrawal.notice })}</p>
            </li>
          ),
        )}
      </ol>
      <Comparison versions={versions} {...{ names, words }} />
    </section>
  )
}
