import type { Endpoint, PayloadRequest } from 'payload'

import type { ResolvedOptions } from '../../options.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { wordsIn, type Words } from '../../translations/index.ts'
import { editionsOf, type EditionRow } from '../../workflow/publish/editions.ts'
import { historyOf, type HistoryEntry } from '../../workflow/desk/historyOf.ts'
import { namesOf } from '../../workflow/revisionsSince.ts'
import { findingTitles, personWord, transitionWord } from './describeDropped.ts'
import { keyOf, readableBy, targetOf, type DeskTarget } from './deskTarget.ts'

/** What happened to an issue, and what was put before readers, over REST. */
export function historyEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    {
      path: '/:id/history',
      method: 'get',
      handler: async (req) => Response.json(await history(targetOf(options, req))),
    },
    {
      path: '/:id/edition',
      method: 'get',
      handler: async (req) => Response.json(await edition(targetOf(options, req))),
    },
    {
      path: '/:id/editions',
      method: 'get',
      handler: async (req) => Response.json(await editions(targetOf(options, req))),
    },
  ]
}

async function history(target: DeskTarget): Promise<object> {
  const { req } = target
  await readableBy(target, 'issues')
  const words = wordsIn(req.i18n?.language)
  const events = await historyOf(keyOf(target))
  return {
    events: events.map((event) => ({
      ...event,
      by: { ...event.by, name: personWord(event.by.name, words) },
      words: saidOf(event, words),
      about: aboutOf(event, words),
    })),
  }
}

/** What happened; of a request that waited for its second person that it was asked for. */
function saidOf({ transition, phase }: { transition: string; phase: string }, words: Words): string {
  const word = transitionWord(transition, words)
  return phase === 'asked' ? `${words.admin['slip.asked']} ${word}` : word
}

/** Which findings of the preflight it was about, in words; null for what was about none. */
function aboutOf({ details, reason }: HistoryEntry, words: Words): string | null {
  if (details.cause === 'preflight') return findingTitles((reason ?? '').split(', '), words) || null
  return typeof details.items === 'string' ? findingTitles(details.items.split(' '), words) || null : null
}

async function edition(target: DeskTarget): Promise<object> {
  const { options, req, id } = target
  await readableBy(target, 'issues')
  const all = await editionsOf({ slugs: options.slugs, req }, id)
  const wanted = numberIn(req)
  const found = wanted === null ? all.at(-1) : all.find(({ number }) => number === wanted)
  if (!found) throw new Refusal(req, { code: 'editionNotFound', status: 404 })
  const { previous, manifest } = found
  return { ...(await headOf(target, found)), issue: id, previous, manifest: JSON.parse(manifest) as object }
}

async function editions(target: DeskTarget): Promise<object> {
  const { options, req, id } = target
  await readableBy(target, 'issues')
  const all = await editionsOf({ slugs: options.slugs, req }, id)
  return {
    editions: await Promise.all(
      all.map(async (row) => ({ ...(await headOf(target, row)), articles: articlesIn(row) })),
    ),
  }
}

async function headOf({ options, req }: DeskTarget, row: EditionRow): Promise<object> {
  const { id, number, kind, at, actorId, hash } = row
  const names = await namesOf({ slugs: options.slugs, req, users: [actorId] })
  const name = personWord(names.get(actorId) ?? actorId, wordsIn(req.i18n?.language))
  return { id, number, kind, at, hash, by: { id: actorId, name } }
}

function articlesIn({ manifest }: EditionRow): number {
  const { articles } = JSON.parse(manifest) as { articles?: unknown[] }
  return articles?.length ?? 0
}

function numberIn(req: PayloadRequest): number | null {
  const value = Number(new URL(req.url ?? '', 'http://localhost').searchParams.get('number') ?? '')
  return Number.isSafeInteger(value) && value > 0 ? value : null
}
