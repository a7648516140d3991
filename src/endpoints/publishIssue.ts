import type { Endpoint, PayloadRequest } from 'payload'

import { actorOf, hasRole } from '../access/staff.ts'
import { answerBlockers } from '../refusals/blocked.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { ResolvedOptions } from '../options.ts'
import { publishIssue } from '../workflow/publishIssue.ts'

/** The workflow of one issue over REST. */
export function publishEndpoints(options: ResolvedOptions): Endpoint[] {
  return [{ path: '/:id/publish', method: 'post', handler: (req) => publish(options, req) }]
}

async function publish({ slugs }: ResolvedOptions, req: PayloadRequest): Promise<Response> {
  const actor = actorOf(req)
  if (!actor) throw new Refusal(req, { code: 'notLoggedIn', status: 401 })
  if (!hasRole(actor, 'chief')) throw new Refusal(req, { code: 'publishChief', status: 403 })
  const issue = String(req.routeParams?.id ?? '')
  const { docs } = await req.payload.find({
    collection: slugs.issues,
    where: { id: { equals: issue } },
    ...{ depth: 0, limit: 1, select: {}, overrideAccess: false, req },
  })
  if (docs.length === 0) throw new Refusal(req, { code: 'issueNotFound', status: 404 })
  const published = await publishIssue({ slugs, req, issue, actor, now: new Date().toISOString() })
  switch (published.outcome) {
    case 'missing':
      throw new Refusal(req, { code: 'issueNotFound', status: 404 })
    case 'nothingReady':
      throw new Refusal(req, { code: 'issueNothingReady', status: 409 })
    case 'blocked': {
      const articles = published.articles.map((article) => ({
        ...article,
        blockers: answerBlockers(req, article.blockers),
      }))
      return Response.json(
        { errors: [{ message: messageOf(articles), data: { articles } }] },
        { status: 409 },
      )
    }
    case 'published':
      return Response.json(published)
  }
}

function messageOf(
  articles: readonly { headline: string | null; blockers: readonly { what: string }[] }[],
): string {
  return articles
    .map(({ headline, blockers }) => `${headline ?? '—'}: ${blockers.map(({ what }) => what).join(' ')}`)
    .join('\n')
}
