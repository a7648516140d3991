import type { SlipAnswer, TransitionsAnswer } from './answers.ts'
import { request } from './request.ts'

/** What the page knows of an article's workflow. Both parts are of one moment as far as two requests can be. */
export interface ArticleState {
  moves: TransitionsAnswer | null
  trail: SlipAnswer | null
  /** When it was read, in milliseconds since 1970: whether a deadline is over is judged by it. */
  readAt: number
  /** The last attempt to read it failed; what was known before is kept. */
  failed: boolean
}

/** Where to read the state of one article. */
export interface Source {
  /** The article's address in the API. */
  url: string
  language: string
}

const unknown: ArticleState = { moves: null, trail: null, readAt: 0, failed: false }

const states = new Map<string, ArticleState>()
const listeners = new Set<() => void>()

/**
 * What is known of articles, shared by the parts of one page: bar, status, slip and save button stand in different
 * places of Payload's view and must agree.
 */
export const articleStates = {
  get: (url: string): ArticleState => states.get(url) ?? unknown,
  /** On the server nothing is known, so nothing of one request can be seen by another. */
  onServer: (): ArticleState => unknown,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Reads the state again and tells everybody; null when it could not be read. */
  load: async ({ url, language }: Source): Promise<ArticleState | null> => {
    const [moves, trail] = await Promise.all([
      request<TransitionsAnswer>(`${url}/transitions`, { language }),
      request<SlipAnswer>(`${url}/slip`, { language }),
    ])
    const known = moves.ok && trail.ok
    const state: ArticleState = known
      ? { moves: moves.body, trail: trail.body, readAt: Date.now(), failed: false }
      : { ...articleStates.get(url), failed: true }
    states.set(url, state)
    for (const listener of listeners) listener()
    return known ? state : null
  },
}
