import type { Endpoint, PayloadRequest } from 'payload'

import { readSearch } from '../core/search/index.ts'
import { publishedRead } from '../delivery/publicRoutes.ts'
import { searchArticles } from '../delivery/search/searchArticles.ts'
import type { ResolvedOptions } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'

/** `GET /search?q=…`: published articles for anybody, and the same ones for staff. */
export function searchEndpoint(options: ResolvedOptions): Endpoint {
  const params = ['q', 'publication', 'page', 'author', 'from', 'to', 'sort', 'offset', 'limit']
  return publishedRead({ path: '/search', params, handler: (req) => search(options, req) })
}

async function search({ slugs }: ResolvedOptions, req: PayloadRequest): Promise<Response> {
  const request = readSearch(req.searchParams)
  if ('problem' in request) throw new Refusal(req, request.problem)
  const result = await searchArticles({ payload: req.payload, slugs, request })
  if (!result) throw new Refusal(req, { code: 'searchNotBuilt', status: 503 })
  return Response.json(result)
}
