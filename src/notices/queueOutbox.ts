import { dayOf } from '../core/days.ts'
import { articlePath, issuePath } from '../core/permalinks.ts'
import type { PublicChange } from '../core/publicChange.ts'
import { newId } from '../database/newId.ts'
import type { OnPublicChange, Slugs, Webhook } from '../options.ts'
import type { PayloadRequest } from 'payload'

/** What is told to other systems: ids, dates and addresses of what readers can see, never a text. */
export interface OutboxMessage {
  id: string
  kind: Exclude<PublicChange['kind'], 'other'>
  at: string
  publication: { id: string; slug: string; name: string } | null
  issue: {
    id: string
    date: string | null
    edition: string
    number: string | null
    path: string | null
  } | null
  articles: { id: string; path: string | null }[]
  edition: { id: string; hash: string } | null
}

/**
 * Writes one message for each change of what readers see, in the same transaction: it is told if and only if it happened.
 * Where nobody is to be told the row is kept as told already.
 */
export function queueOutbox(webhooks: readonly Webhook[]): OnPublicChange {
  return async ({ slugs, req, change }) => {
    const { kind, publication, issue, at } = change
    if (kind === 'other') return
    const id = newId()
    const message = await messageOf({ slugs, req }, { ...change, kind, id })
    await req.payload.db.create({
      collection: slugs.outbox,
      data: { id, kind, publication, issue, at, payload: message, dispatched: webhooks.length === 0 },
      ...{ req, returning: false },
    })
  }
}

interface Target {
  slugs: Slugs
  req: PayloadRequest
}

type Row = Record<string, unknown> & { id: string }

async function messageOf(
  target: Target,
  change: PublicChange & { id: string; kind: OutboxMessage['kind'] },
): Promise<OutboxMessage> {
  const { slugs, req } = target
  const one = (collection: string, id: string | null) =>
    id === null ? null : req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, req })
  const paper = await one(slugs.publications, change.publication)
  const issue = await one(slugs.issues, change.issue)
  const edition = await one(slugs.editions, change.edition)
  const date = dayOf(issue?.date)
  const slug = String(paper?.slug ?? '')
  const address = issue && date ? { publication: slug, date, edition: String(issue.edition) } : null
  return {
    ...{ id: change.id, kind: change.kind, at: change.at },
    publication: paper && { id: String(paper.id), slug, name: String(paper.name) },
    issue: issue && {
      ...{ id: String(issue.id), date, edition: String(issue.edition) },
      number: typeof issue.number === 'string' ? issue.number : null,
      path: address && issuePath(address),
    },
    articles: change.articles.map((id) => ({ id, path: address && articlePath(address, id) })),
    edition: edition && { id: String(edition.id), hash: String(edition.hash) },
  }
}
