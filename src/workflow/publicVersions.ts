import { parseText, type CanonicalContent } from '../core/text/index.ts'
import type { Correction } from '../core/workflow/index.ts'
import type { ArticleKey } from './loadFacts.ts'
import { namesOf } from './revisionsSince.ts'
import { rowsOf } from './rows.ts'
import { readEvent, type EventRow } from './trail.ts'

/** One text that readers could read, from when to when the next entry says. */
export interface PublicVersion {
  /** 1 at first, one more with each correction, as readers are told. */
  version: number
  at: string
  by: { id: string; name: string }
  /** Why it replaced the one before; null for the first. */
  kind: Correction['kind'] | null
  /** What readers were told was wrong. */
  note: string | null
  hash: string
  /** The whole text; null when its row is gone, which an audit names. */
  text: CanonicalContent | null
}

/** When readers could no longer read it, and what they were told instead. */
export interface WithdrawnAt {
  at: string
  by: { id: string; name: string }
  askedBy: { id: string; name: string } | null
  notice: string
}

/** Everything readers ever saw of an article, for staff. */
export interface PublicHistory {
  /** Oldest first. */
  versions: PublicVersion[]
  withdrawals: WithdrawnAt[]
  /** Names of the authors, and of the pictures' files, that any of the texts speaks of, by id. */
  names: Record<string, string>
}

/** Reads from its trail what an article was before readers, version by version. */
export async function publicHistory(key: ArticleKey): Promise<PublicHistory> {
  const { slugs, req, id } = key
  const rows = rowsOf(req)
  const events = (await rows.all(slugs.workflowEvents, { subject: { equals: id } }, 'seq')).map(readEvent)
  const shown = events.filter(
    ({ transition, textHash }) => (transition === 'publish' || transition === 'republish') && textHash,
  )
  const gone = events.filter(({ transition, phase }) => transition === 'withdraw' && phase === 'done')
  const texts = new Map(
    (await rows.all(slugs.texts, { article: { equals: id } })).map((row) => [
      String(row.hash),
      parseText(String(row.canonical)),
    ]),
  )
  const askers = gone.flatMap(({ details }) => textOf(details.askedBy) ?? [])
  const people = await namesOf({
    ...{ slugs, req },
    users: [...[...shown, ...gone].map(({ actorId }) => actorId), ...askers],
  })
  const person = (user: string) => ({ id: user, name: people.get(user) ?? user })
  return {
    versions: shown.map((event, index) => ({
      ...{ version: index + 1, at: event.at, by: person(event.actorId), hash: event.textHash! },
      ...{ kind: kindOf(event), note: textOf(event.details.note) },
      text: texts.get(event.textHash!) ?? null,
    })),
    withdrawals: gone.map(({ at, actorId, details }) => ({
      ...{ at, by: person(actorId), notice: textOf(details.notice) ?? '' },
      askedBy: textOf(details.askedBy) === null ? null : person(String(details.askedBy)),
    })),
    names: await namesIn(key, [...texts.values()]),
  }
}

/** Texts name authors and pictures by id; people read names. */
async function namesIn(
  { slugs, req }: ArticleKey,
  texts: readonly CanonicalContent[],
): Promise<Record<string, string>> {
  const rows = rowsOf(req)
  const authors = [...new Set(texts.flatMap((text) => text.authors))]
  const files = [...new Set(texts.flatMap(({ pictures }) => pictures.map(({ media }) => media)))]
  const found = async (collection: string, ids: readonly string[], field: 'name' | 'filename') =>
    ids.length === 0
      ? []
      : (await rows.all(collection, { id: { in: [...ids] } })).map(
          (row) => [String(row.id), String(row[field] ?? row.id)] as const,
        )
  return Object.fromEntries([
    ...(await found(slugs.authors, authors, 'name')),
    ...(await found(
      slugs.media,
      files.filter((file) => file !== ''),
      'filename',
    )),
  ])
}

function kindOf({ details }: EventRow): PublicVersion['kind'] {
  return typeof details.kind === 'string' ? (details.kind as Correction['kind']) : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
