'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

import { poll } from './poll.ts'

/** What is known at an address, and how well. */
export interface PolledState<T> {
  /** The last answer; null before the first. */
  value: T | null
  /** Why the last question failed; what was known before is kept. */
  failure: { status: number; message: string | null } | null
  /** It is what a change of one's own answered, and so no news. */
  own: boolean
}

/** Milliseconds between two questions while somebody looks at the page. */
const interval = 3_000

/**
 * Keeps what an address answers up to date without reloading the page: asks every three seconds while the page is
 * in sight, and at once when somebody comes back to it. `paused` holds news back, while a card is in the hand.
 * @returns the state, and how to ask now (after a change of one's own: then what is found is no news) or to say what a
 *   change of one's own has answered
 */
export function usePolled<T>(
  url: string,
  { language, paused = false }: { language: string; paused?: boolean },
): PolledState<T> & { reload: (after?: 'change') => Promise<T | null>; put: (value: T) => void } {
  const [state, setState] = useState<PolledState<T>>({ value: null, failure: null, own: false })
  const known = useRef<{ url: string; etag: string | null; asked: number }>({ url, etag: null, asked: 0 })

  const reload = useCallback(
    async (after?: 'change'): Promise<T | null> => {
      if (known.current.url !== url) known.current = { url, etag: null, asked: 0 }
      const mine = (known.current.asked += 1)
      const answer = await poll<T>(url, { etag: known.current.etag, language })
      // A later question, or a change of one's own, has been answered meanwhile.
      if (known.current.asked !== mine) return null
      if (answer.outcome === 'new') {
        known.current.etag = answer.etag
        setState({ value: answer.body, failure: null, own: after === 'change' })
        return answer.body
      }
      if (answer.outcome === 'failed') setState(({ value, own }) => ({ value, own, failure: answer }))
      else setState((now) => (now.failure ? { ...now, failure: null } : now))
      return null
    },
    [url, language],
  )

  const put = useCallback((value: T) => {
    known.current.asked += 1
    known.current.etag = null
    setState({ value, failure: null, own: true })
  }, [])

  useEffect(() => {
    if (paused) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const ask = async () => {
      if (document.visibilityState === 'visible') await reload()
      if (!over) timer = setTimeout(() => void ask(), interval)
    }
    const onVisible = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    void ask()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      over = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [reload, paused])

  return { ...state, reload, put }
}
