import type { Endpoint, PayloadRequest } from 'payload'

import { readCalendar } from '../delivery/calendar.ts'
import { publishedRead } from '../delivery/publicRoutes.ts'
import { readTableOfContents } from '../delivery/tableOfContents.ts'
import type { ResolvedOptions } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'
import { Withdrawn } from '../refusals/withdrawn.ts'

/** What readers ask of a publication beside its row: an issue's table of contents, the latest, the calendar of a year. */
export function publicationEndpoints({ slugs }: ResolvedOptions): Endpoint[] {
  return [
    publishedRead({
      path: '/:slug/issues/:issue',
      handler: async (req) => {
        const found = await readTableOfContents({
          ...{ req, slugs, publication: param(req, 'slug'), issue: param(req, 'issue') },
        })
        if (found.outcome === 'withdrawn') throw new Withdrawn(req, found)
        if (found.outcome === 'missing') throw new Refusal(req, { code: 'issueNotPublished', status: 404 })
        return Response.json(found.contents)
      },
    }),
    publishedRead({
      path: '/:slug/calendar/:year',
      handler: async (req) => {
        const year = /^[1-9]\d{3}$/.test(param(req, 'year')) ? Number(param(req, 'year')) : null
        if (year === null) throw new Refusal(req, { code: 'calendarYear' })
        const calendar = await readCalendar({ req, slugs, publication: param(req, 'slug'), year })
        if (!calendar) throw new Refusal(req, { code: 'publicationNotFound', status: 404 })
        return Response.json(calendar)
      },
    }),
  ]
}

function param(req: PayloadRequest, name: string): string {
  return String(req.routeParams?.[name] ?? '')
}
