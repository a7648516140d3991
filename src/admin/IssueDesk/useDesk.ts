'use client'
import { useCallback, useEffect, useState } from 'react'

import { request } from '../articleWorkflow/request.ts'
import type { Board, EditionLine, IssueEvent, IssueMoves, Preflight } from '../issueWork/answers.ts'
import { usePolled } from '../issueWork/usePolled.ts'

/** Everything the desk shows besides the board, read together. */
export interface DeskState {
  moves: IssueMoves
  preflight: Preflight
  events: IssueEvent[]
  editions: EditionLine[]
}

/** Reads it all; null when a part could not be read. */
async function readDesk(url: string, language: string): Promise<DeskState | null> {
  const [moves, preflight, history, editions] = await Promise.all([
    request<IssueMoves>(`${url}/transitions`, { language }),
    request<Preflight>(`${url}/preflight`, { language }),
    request<{ events: IssueEvent[] }>(`${url}/history`, { language }),
    request<{ editions: EditionLine[] }>(`${url}/editions`, { language }),
  ])
  if (!moves.ok || !preflight.ok || !history.ok || !editions.ok) return null
  return {
    moves: moves.body,
    preflight: preflight.body,
    events: history.body.events,
    editions: editions.body.editions,
  }
}

/**
 * The issue at the desk. The board's answer, which is cheap to ask for again, tells when something has changed
 * anywhere in the issue; then the rest is read anew.
 */
export function useDesk(url: string, language: string) {
  const { value: board, failure, reload: again } = usePolled<Board>(`${url}/board`, { language })
  const [state, setState] = useState<DeskState | null>(null)
  const [failed, setFailed] = useState(false)

  const keep = useCallback((found: DeskState | null) => {
    setFailed(found === null)
    if (found) setState(found)
  }, [])
  useEffect(() => {
    if (!board) return
    let current = true
    void readDesk(url, language).then((found) => {
      if (current) keep(found)
    })
    return () => {
      current = false
    }
  }, [board, url, language, keep])

  const reload = useCallback(async () => {
    // A changed board reads the rest by itself; what the board does not show is read here.
    if ((await again()) === null) keep(await readDesk(url, language))
  }, [again, keep, url, language])
  return { board, state, reload, failure: failure ?? (failed ? { status: 0, message: null } : null) }
}

/** The board and the rest, once both are known. */
export type KnownDesk = { board: Board; state: DeskState }
