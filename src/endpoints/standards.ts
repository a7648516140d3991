import type { Config, Endpoint, PayloadRequest } from 'payload'

import type { NinjsPlace } from '../core/feeds/index.ts'
import {
  readArticleNinjs,
  readCanceledArticle,
  readIssueNinjs,
  readNewsArticle,
} from '../delivery/feeds/readNinjs.ts'
import type { ResolvedOptions, Slugs } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'
import { Withdrawn } from '../refusals/withdrawn.ts'
import { issueWithdrawalOf, withdrawalOf } from '../workflow/withdrawalOf.ts'
import { sameForAll } from './feeds.ts'
import { placeOf } from './places.ts'

/** `GET /articles/:id/ninjs` and `/articles/:id/jsonld`: one article for other newsrooms, and for search engines. */
export function articleStandardEndpoints(
  { slugs }: ResolvedOptions,
  config: Pick<Config, 'serverURL'>,
): Endpoint[] {
  return [
    sameForAll(config, {
      path: '/:id/ninjs',
      handler: async (req) => {
        const asked = { req, slugs, id: idIn(req), place: ninjsPlace(req, slugs) }
        const found = await readArticleNinjs(asked)
        if (found) return json(found)
        // Those who have the text must learn that it is gone: that is an answer, not an error.
        const withdrawal = await withdrawalOf({ slugs, req, article: asked.id })
        const canceled = withdrawal && (await readCanceledArticle({ ...asked, withdrawal }))
        if (!canceled) throw new Refusal(req, { code: 'articleNotPublished', status: 404 })
        return json(canceled)
      },
    }),
    sameForAll(config, {
      path: '/:id/jsonld',
      handler: async (req) => {
        const id = idIn(req)
        const found = await readNewsArticle({ req, slugs, id, origin: placeOf(req).origin })
        if (found) return json(found, 'application/ld+json')
        const withdrawal = await withdrawalOf({ slugs, req, article: id })
        if (withdrawal) throw new Withdrawn(req, withdrawal)
        throw new Refusal(req, { code: 'articleNotPublished', status: 404 })
      },
    }),
  ]
}

/** `GET /issues/:id/ninjs`: an issue with its articles for other newsrooms. */
export function issueStandardEndpoints(
  { slugs }: ResolvedOptions,
  config: Pick<Config, 'serverURL'>,
): Endpoint[] {
  return [
    sameForAll(config, {
      path: '/:id/ninjs',
      handler: async (req) => {
        const found = await readIssueNinjs({ req, slugs, id: idIn(req), place: ninjsPlace(req, slugs) })
        if (found) return json(found)
        const withdrawal = await issueWithdrawalOf({ slugs, req, issue: idIn(req) })
        if (withdrawal) throw new Withdrawn(req, withdrawal)
        throw new Refusal(req, { code: 'issueNotPublished', status: 404 })
      },
    }),
  ]
}

function ninjsPlace(req: PayloadRequest, slugs: Slugs): NinjsPlace {
  const { origin, api } = placeOf(req)
  const base = `${origin}${api}`
  return { origin, articles: `${base}/${slugs.articles}/`, issues: `${base}/${slugs.issues}/` }
}

function json(body: object, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': `${type}; charset=utf-8` } })
}

function idIn(req: PayloadRequest): string {
  return String(req.routeParams?.id ?? '')
}
