'use client'
import { useCallback, useState } from 'react'

import type { AnsweredBlocker, ErrorAnswer } from '../articleWorkflow/answers.ts'
import { request } from '../articleWorkflow/request.ts'
import type { Words } from '../../translations/index.ts'

/** Why a move was refused. */
export interface StageRefusal {
  message: string
  blockers: readonly AnsweredBlocker[]
}

/** What became of a move. */
export interface StageOutcome {
  done: boolean
  refusal: StageRefusal | null
}

interface Subject {
  /** Address of the page or issue in the API. */
  url: string
  rev: number
  hash: string
}

/** Makes moves of a page or an issue: on the revision and the hash that are shown, and on no other. */
export function useStageMove({ language, words }: { language: string; words: Words }) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<StageRefusal | null>(null)
  const make = useCallback(
    async (subject: Subject, { name, data }: { name: string; data: object }): Promise<StageOutcome> => {
      const { url, rev, hash } = subject
      setBusy(true)
      setRefusal(null)
      const answer = await request<object, ErrorAnswer>(`${url}/transitions/${name}`, {
        ...{ method: 'POST', language },
        data: { rev, hash, ...data },
      })
      setBusy(false)
      if (answer.ok) return { done: true, refusal: null }
      const error = answer.body?.errors?.[0]
      const refused = {
        message: error?.message ?? words.board.failed,
        blockers: error?.data?.blockers ?? [],
      }
      setRefusal(refused)
      return { done: false, refusal: refused }
    },
    [language, words],
  )
  return { busy, refusal, make }
}
