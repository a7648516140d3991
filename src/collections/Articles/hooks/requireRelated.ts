import type { PayloadRequest } from 'payload'

import { idOf } from '../../../core/ids.ts'
import type { Slugs } from '../../../options.ts'
import { Refusal } from '../../../refusals/refusal.ts'

interface Reference {
  field: string
  collection: string
  values: unknown[]
}

/**
 * Refuses what an article names and is not there: drafts skip the fields' validators, one database then fails on its
 * foreign keys and the other keeps an id that leads nowhere.
 */
export async function requireRelated(
  req: PayloadRequest,
  data: Record<string, unknown>,
  slugs: Slugs,
): Promise<void> {
  const references: Reference[] = [
    { field: 'publication', collection: slugs.publications, values: valuesOf(data, 'publication') },
    { field: 'authors', collection: slugs.authors, values: listOf(data.authors) },
    {
      ...{ field: 'pictures', collection: slugs.media },
      values: listOf(data.pictures)
        .map((picture) => (picture as { media?: unknown }).media)
        .filter((media) => media !== undefined && media !== null),
    },
  ]
  for (const { field, collection, values } of references) {
    const ids = [...new Set(values.map(idOf))]
    if (ids.length === 0) continue
    const { totalDocs } = ids.includes(null)
      ? { totalDocs: -1 }
      : await req.payload.db.count({ collection, where: { id: { in: ids } }, req })
    if (totalDocs !== ids.length) throw new Refusal(req, { code: 'relatedMissing', params: { field } })
  }
}

function valuesOf(data: Record<string, unknown>, name: string): unknown[] {
  return name in data ? [data[name]] : []
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
