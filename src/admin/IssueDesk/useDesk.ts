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

/**
 * The issue at the desk. The board's answer, which is cheap to ask for again, tells when something has changed
 * anywhere in the issue; then the rest is read anew.
 */
export function useDesk(url: string, language: string) {
  const { value: board, failure, reload: again } = usePolled<Board>(`${url}/board`, { language })
  const [state, setState] = useState<DeskState | null>(null)
  const [failed, setFailed] = useState(false)

  const read = useCallback(async () => {
    const [moves, preflight, history, editions] = await Promise.all([
      request<IssueMoves>(`${url}/transitions`, { language }),
      request<Preflight>(`${url}/preflight`, { language }),
      request<{ events: IssueEvent[] }>(`${url}/history`, { language }),
      request<{ editions: EditionLine[] }>(`${url}/editions`, { language }),
    ])
    const known = moves.ok && preflight.ok && history.ok && editions.ok
    setFailed(!known)
    if (!known) return
    setState({
      moves: moves.body,
      preflight: preflight.body,
      events: history.body.events,
      editions: editions.body.editions,
    })
  }, [url, language])

  useEffect(() => {
    if (board) void read()
  }, [board, read])

  const reload = useCallback(async () => {
    // A changed board reads the rest by itself; what the board does not show is read here.
    if ((await again()) === null) await read()
  }, [again, read])
  return { board, state, reload, failure: failure ?? (failed ? { status: 0, message: null } : null) }
}

/** The board and the rest, once both are known. */
export type KnownDesk = { board: Board; state: DeskState }
