import type { Endpoint } from 'payload'

import { blocks, isUnacknowledged, type PreflightItem, type Settled } from '../../core/issue/index.ts'
import type { ResolvedOptions } from '../../options.ts'
import { answerBlockers } from '../../refusals/blocked.ts'
import { loadIssue, type LoadedIssue } from '../../workflow/desk/loadIssue.ts'
import { loadPreflight } from '../../workflow/desk/loadPreflight.ts'
import { namesOf } from '../../workflow/revisionsSince.ts'
import { keyOf, notFound, readableBy, targetOf, type DeskTarget } from './deskTarget.ts'

/** 付印前检查 over REST. */
export function preflightEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    {
      path: '/:id/preflight',
      method: 'get',
      handler: async (req) => Response.json(await preflightOf(targetOf(options, req))),
    },
  ]
}

async function preflightOf(target: DeskTarget): Promise<object> {
  const { options, req } = target
  await readableBy(target, 'issues')
  const loaded = await loadIssue(keyOf(target))
  if (!loaded) throw notFound(req, 'issues')
  const { stage, rev, hash, publishAt } = loaded.facts
  const { items, articles } = await loadPreflight(keyOf(target), loaded, {
    publishTime: publishAt,
    now: new Date().toISOString(),
  })
  const titles = new Map(articles.map(({ id, title }) => [id, title]))
  const said = items.flatMap(({ acknowledged, waiver }) =>
    [acknowledged, waiver].flatMap((one) => one?.by ?? []),
  )
  const names = await namesOf({ slugs: options.slugs, req, users: said })
  const green = !items.some(blocks)
  return {
    ...{ stage, rev, hash, green, ready: green && !items.some(isUnacknowledged) },
    items: items.map((item) => answerItem(item)),
  }

  function answerItem(item: PreflightItem): object {
    const [words] = answerBlockers(req, [item])
    const { key, fingerprint, rule, code, severity, params, place, waivable, details } = item
    return {
      ...{ key, fingerprint, rule, code, severity, params, waivable },
      ...{ title: words?.title, what: words?.what, fix: words?.fix },
      place: { ...place, label: labelOf(place, { loaded: loaded!, titles, item }) },
      acknowledged: answerSettled(item.acknowledged),
      waiver: answerSettled(item.waiver),
      ...(details ? { details: answerBlockers(req, details) } : {}),
    }
  }

  function answerSettled(settled: Settled | null): object | null {
    if (!settled) return null
    const { by, at, reason } = settled
    return { by: { id: by, name: names.get(by) ?? by }, at, reason }
  }
}

/** What the place is called where people see it. */
function labelOf(
  { kind, id }: PreflightItem['place'],
  { loaded, titles, item }: { loaded: LoadedIssue; titles: ReadonlyMap<string, string>; item: PreflightItem },
): string {
  if (kind === 'page') return loaded.pages.find((page) => page.id === id)?.title ?? ''
  if (kind === 'article') return titles.get(id) ?? String(item.params.article ?? '—')
  return loaded.row.title
}
