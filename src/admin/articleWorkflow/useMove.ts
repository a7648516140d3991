'use client'
import { toast, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCallback } from 'react'

import type { TransitionInput } from '../../core/workflow/index.ts'
import { fill } from '../../translations/index.ts'
import { articleStates } from './articleStates.ts'
import type { AnsweredBlocker, AnsweredOffer, ErrorAnswer, MoveAnswer } from './answers.ts'
import { leavesStage } from './moves.ts'
import { request } from './request.ts'
import { useArticle } from './useArticle.ts'
import { saveUnderWay, useSaveArticle } from './useSaveArticle.ts'
import { useShownRevision } from './useShownRevision.ts'

/** What became of a move. `stale`: the article is no longer what the page shows, and the page says so by itself. */
export type MoveOutcome =
  | { outcome: 'done' }
  | { outcome: 'unsaved' }
  | { outcome: 'stale' }
  | { outcome: 'refused'; message: string; blockers: readonly AnsweredBlocker[] }

/** A decision as the person made it; `rev`, `hash` and `confirm` are added. */
export type MoveInput = Omit<TransitionInput, 'rev' | 'hash' | 'confirm'>

/**
 * Makes a move on the text that the page shows. What is unsaved is saved first, when the move leads to another
 * stage; a flag leaves the form alone. Afterwards everything on the page is of the new revision.
 */
export function useMove(): (offer: AnsweredOffer, input: MoveInput) => Promise<MoveOutcome> {
  const { url, language, words, reload, moves } = useArticle()
  const modified = useFormModified()
  const save = useSaveArticle()
  const shown = useShownRevision()
  const router = useRouter()

  return useCallback(
    async (offer, input) => {
      const { transition } = offer
      const saveFirst = modified && leavesStage(transition)
      let known = moves
      // Whoever saves and decides in one breath decides on what was saved.
      if (await saveUnderWay(url)) {
        known = articleStates.get(url).moves
        await shown.reach(known?.rev)
      } else if (saveFirst) {
        const before = shown.read()
        if (!(await save())) return { outcome: 'unsaved' }
        await shown.after(before)
        // Saving has read the state again.
        known = articleStates.get(url).moves
      }
      const rev = shown.read()
      // Pressed right after a save: the form knows the new revision before the state does.
      if (known && rev !== undefined && known.rev < rev) known = (await reload())?.moves ?? null
      // Somebody was faster: the hash at hand is of a text that this page does not show.
      if (!known || known.rev !== rev) {
        await reload()
        return { outcome: 'stale' }
      }
      const answer = await request<MoveAnswer, ErrorAnswer>(`${url}/transitions/${transition}`, {
        ...{ method: 'POST', language },
        data: { ...input, rev, hash: known.hash, ...(offer.confirms ? { confirm: true } : {}) },
      })
      if (!answer.ok) {
        const blockers = answer.body?.errors?.[0]?.data?.blockers ?? []
        await reload()
        if (blockers.some(({ code }) => code === 'rev.stale' || code === 'hash.stale'))
          return { outcome: 'stale' }
        const message = answer.body?.errors?.[0]?.message ?? words.admin['bar.failed']
        return { outcome: 'refused', message, blockers }
      }
      const { stage } = answer.body
      const move = words.workflow.transitions[transition]
      const asked = (transition === 'override' || transition === 'withdraw') && !offer.confirms
      const said = asked ? 'move.asked' : leavesStage(transition) ? 'move.done' : 'move.doneStay'
      toast.success(fill(words.admin[said], { move, stage: words.workflow.stages[stage] }))
      shown.set(answer.body.rev)
      await reload()
      // Another stage has other rights and fields; a form with unsaved changes stays as it is.
      if (saveFirst || !modified) router.refresh()
      return { outcome: 'done' }
    },
    [modified, moves, save, shown, reload, url, language, words, router],
  )
}
