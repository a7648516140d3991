import type { Endpoint } from 'payload'

import { deskBlocker, type AnyBlocker } from '../../core/issue/index.ts'
import type { TransitionInput } from '../../core/workflow/index.ts'
import type { ResolvedOptions } from '../../options.ts'
import { answerBlockers, Blocked, statusOfBlockers } from '../../refusals/blocked.ts'
import { loadIssue } from '../../workflow/desk/loadIssue.ts'
import { bulkTransitions, moveInBulk, type BulkArticle } from '../../workflow/desk/moveInBulk.ts'
import { jsonBody } from '../jsonBody.ts'
import { transitionInput } from '../transitionInput.ts'
import { keyOf, notFound, readableBy, targetOf, type DeskTarget } from './deskTarget.ts'

/** The archive path: an issue printed long ago goes through review and proof a step at a time, all its articles at once. */
export function bulkEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    {
      path: '/:id/bulk',
      method: 'post',
      handler: async (req) => Response.json(await bulk(targetOf(options, req))),
    },
  ]
}

async function bulk(target: DeskTarget): Promise<object> {
  const { req } = target
  const actor = await readableBy(target, 'issues')
  const body = await jsonBody(req)
  const loaded = await loadIssue(keyOf(target))
  if (!loaded) throw notFound(req, 'issues')
  const transition = typeof body.transition === 'string' ? body.transition : ''
  const articles = articlesIn(body.articles)
  const blockers: AnyBlocker[] = []
  if (loaded.publication.profile.name !== 'archive') blockers.push(deskBlocker('bulk.profile'))
  if (!bulkTransitions.some((name) => name === transition))
    blockers.push(deskBlocker('bulk.transition', { name: transition, names: bulkTransitions.join(', ') }))
  if (articles.length === 0 || articles.some(({ id }) => !loaded.slips.has(id)))
    blockers.push(deskBlocker('bulk.articles'))
  if (blockers.length > 0) throw new Blocked(req, { blockers })

  const { rev: _rev, hash: _hash, flag: _flag, ...input }: TransitionInput = transitionInput(body)
  const results = await moveInBulk({ ...keyOf(target), transition, articles, input, actor })
  const answered = results.map((result) =>
    result.outcome === 'moved'
      ? result
      : {
          ...result,
          status: statusOfBlockers(result.blockers),
          blockers: answerBlockers(req, result.blockers),
        },
  )
  const moved = results.filter(({ outcome }) => outcome === 'moved').length
  return { moved, refused: results.length - moved, results: answered }
}

/** The articles of a request, each once, as it was named first. */
function articlesIn(value: unknown): BulkArticle[] {
  if (!Array.isArray(value)) return []
  const named = value.flatMap((entry: unknown): BulkArticle[] => {
    if (typeof entry !== 'object' || entry === null) return []
    const { id, rev, hash } = entry as Record<string, unknown>
    if (typeof id !== 'string') return []
    return [
      {
        id,
        ...(Number.isSafeInteger(rev) ? { rev: rev as number } : {}),
        ...(typeof hash === 'string' ? { hash } : {}),
      },
    ]
  })
  return [...new Map(named.toReversed().map((article) => [article.id, article])).values()].toReversed()
}
