import type { PayloadHandler } from 'payload'

import { optionsOf } from '../options.ts'
import { readRevision } from './revision.ts'

/** How often a reading that a publication ran into is begun again. */
const attempts = 5

/**
 * A handler that reads in several steps, made one whose answer is of one state of what readers see: what a publication ran into is read
 * again. Its refusals too, because what was gone at the first step may be there at the second. For answers that no memory keeps:
 * `PublishedReads` does the same for the others.
 */
export function readWhole(handler: PayloadHandler): PayloadHandler {
  return async (req) => {
    const { slugs } = optionsOf(req.payload)
    let before = await readRevision(req.payload, slugs)
    for (let attempt = 1; ; attempt += 1) {
      const answer = await settled(async () => handler(req))
      const after = await readRevision(req.payload, slugs)
      if (after === before || attempt === attempts) return answer()
      before = after
    }
  }
}

/** What came of it, to be given or thrown once it is known to be whole. */
async function settled(work: () => Promise<Response>): Promise<() => Response> {
  try {
    const response = await work()
    return () => response
  } catch (error) {
    return () => {
      throw error
    }
  }
}
