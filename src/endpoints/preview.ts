import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'

import { actorOf } from '../access/staff.ts'
import { readPreview } from '../delivery/preview/previewDocument.ts'
import { readPreviewToken, signPreview, type PreviewTarget } from '../delivery/preview/previewToken.ts'
import type { ResolvedOptions } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'

/** A day: long enough to be read by somebody who is asked to look, short enough to be forgotten. */
const lifetime = 24 * 60 * 60
/** Nobody may keep, index or pass on what is not published. */
const kept = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow, noarchive' }

/** `GET /preview/:token`: what one signed link opens, for whoever has it, until it expires. */
export function previewEndpoint({ slugs }: ResolvedOptions): Endpoint {
  return {
    path: '/preview/:token',
    method: 'get',
    handler: async (req) => {
      const { secret } = req.payload
      const token = readPreviewToken({ secret, token: String(req.routeParams?.token ?? ''), now: Date.now() })
      if (token.problem === 'expired') throw new Refusal(req, { code: 'previewExpired', status: 410 })
      const preview = token.problem === null ? await readPreview({ req, slugs }, token) : null
      if (!preview) throw new Refusal(req, { code: 'previewInvalid', status: 404 })
      return Response.json(preview, { headers: kept })
    },
  }
}

/** `POST /:id/preview-link` of articles or issues: a link for somebody without an account. */
export function previewLinkEndpoint(options: ResolvedOptions, kind: PreviewTarget['kind']): Endpoint {
  const collection = options.slugs[kind === 'article' ? 'articles' : 'issues']
  return {
    path: '/:id/preview-link',
    method: 'post',
    handler: async (req) => {
      if (!actorOf(req)) throw new Refusal(req, { code: 'notLoggedIn', status: 401 })
      const id = String(req.routeParams?.id ?? '')
      const { totalDocs } = await req.payload.count({
        ...{ collection, where: { id: { equals: id } }, overrideAccess: false, req },
      })
      if (totalDocs === 0) throw new Refusal(req, { code: 'previewInvalid', status: 404 })
      const { url, expires } = linkTo(options, { req, target: { kind, id } })
      return Response.json({ url, expires: new Date(expires * 1000).toISOString() }, { headers: kept })
    },
  }
}

/** The admin's own button of preview: it leads to a new link each time. Whoever sees the button may read the document. */
export function previewButton(
  options: ResolvedOptions,
  kind: PreviewTarget['kind'],
): NonNullable<NonNullable<CollectionConfig['admin']>['preview']> {
  return (document, { req }) => {
    const id = document.id
    return typeof id === 'string' && actorOf(req) ? linkTo(options, { req, target: { kind, id } }).url : null
  }
}

function linkTo(
  { delivery }: ResolvedOptions,
  { req, target }: { req: PayloadRequest; target: PreviewTarget },
): { url: string; expires: number } {
  const { config, secret } = req.payload
  const expires = Math.floor(Date.now() / 1000) + lifetime
  const token = signPreview({ secret, target, expires })
  const path = (delivery.previewUrl ?? `${config.routes.api}/preview/{token}`).replace('{token}', token)
  return { url: path.startsWith('/') ? `${config.serverURL}${path}` : path, expires }
}
