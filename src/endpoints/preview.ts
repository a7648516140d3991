import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'

import { actorOf } from '../access/staff.ts'
import { readPreview, type Preview } from '../delivery/preview/previewDocument.ts'
import { readPreviewPicture } from '../delivery/preview/previewPicture.ts'
import { readPreviewToken, signPreview, type PreviewTarget } from '../delivery/preview/previewToken.ts'
import type { ResolvedOptions } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'
import { Withdrawn } from '../refusals/withdrawn.ts'
import { standingsOf } from '../workflow/standingsOf.ts'
import { issueWithdrawalOf, withdrawnAmong } from '../workflow/withdrawalOf.ts'

/** A day: long enough to be read by somebody who is asked to look, short enough to be forgotten. */
const lifetime = 24 * 60 * 60
/** Nobody may keep, index or pass on what is not published. */
const kept = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow, noarchive' }

/** What one signed link opens, for whoever has it, until it expires: `GET /preview/:token`, and `…/pictures/:filename`. */
export function previewEndpoints(options: ResolvedOptions): Endpoint[] {
  const { slugs } = options
  return [
    {
      path: '/preview/:token',
      method: 'get',
      handler: async (req) => Response.json(await open(req, options), { headers: kept }),
    },
    {
      path: '/preview/:token/pictures/:filename',
      method: 'get',
      handler: async (req) => {
        const preview = await open(req, options)
        const filename = String(req.routeParams?.filename ?? '')
        const articles =
          preview.kind === 'article'
            ? [preview.article]
            : preview.pages.flatMap((page) => page.articles.flatMap(({ article }) => article ?? []))
        const url = pictureUrl(req)(filename)
        const shown = articles.some(({ pictures }) => pictures.some((picture) => picture.url === url))
        const picture = shown ? await readPreviewPicture({ req, slugs }, filename) : null
        if (!picture) throw new Refusal(req, { code: 'previewInvalid', status: 404 })
        for (const [name, value] of Object.entries(kept)) picture.headers.set(name, value)
        return picture
      },
    },
  ]
}

async function open(req: PayloadRequest, { slugs }: ResolvedOptions): Promise<Preview> {
  const { secret } = req.payload
  const token = readPreviewToken({ secret, token: String(req.routeParams?.token ?? ''), now: Date.now() })
  if (token.problem === 'expired') throw new Refusal(req, { code: 'previewExpired', status: 410 })
  const withdrawn = (articles: readonly string[]) => withdrawnAmong({ slugs, req, articles })
  if (token.problem !== null) throw new Refusal(req, { code: 'previewInvalid', status: 404 })
  const { kind, id } = token
  const notice =
    kind === 'article' ? (await withdrawn([id])).get(id) : await issueWithdrawalOf({ slugs, req, issue: id })
  if (notice) throw new Withdrawn(req, notice)
  const standings = (articles: readonly string[]) => standingsOf({ slugs, req, articles })
  const expires = new Date(token.expires * 1000).toISOString()
  const preview = await readPreview(
    { ...{ req, slugs, pictureUrl: pictureUrl(req) }, withdrawn, standings, expires },
    token,
  )
  if (!preview) throw new Refusal(req, { code: 'previewInvalid', status: 404 })
  return preview
}

function pictureUrl(req: PayloadRequest): (filename: string) => string {
  const token = encodeURIComponent(String(req.routeParams?.token ?? ''))
  const { api } = req.payload.config.routes
  return (filename) => `${api}/preview/${token}/pictures/${encodeURIComponent(filename)}`
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
  return { url: path.startsWith('/') ? `${config.serverURL.replace(/\/$/, '')}${path}` : path, expires }
}
