import type { Payload, Where } from 'payload'

import type { Slugs } from '../../options.ts'

export interface PublicationRow {
  id: string
  slug: string
  name: string
}

/** All of them: a house has few. */
export async function publicationsOf(payload: Payload, slugs: Slugs): Promise<PublicationRow[]> {
  const { docs } = await payload.db.find<PublicationRow>({
    ...{ collection: slugs.publications, limit: 0, pagination: false, joins: false },
    select: { name: true, slug: true },
  })
  return docs.map(({ id, slug, name }) => ({ id: String(id), slug, name }))
}

/** Authors that readers can see. */
export async function publicAuthors(
  payload: Payload,
  { slugs, where }: { slugs: Slugs; where: Where },
): Promise<{ id: string; name: string }[]> {
  const { docs } = await payload.db.find<{ id: string; name: string; public?: boolean }>({
    ...{ collection: slugs.authors, where, limit: 0, pagination: false, joins: false },
    select: { name: true, public: true },
  })
  // Asked here and not of the database, for the reason that `loadPublicArticles` has.
  return docs.filter((row) => row.public === true).map(({ id, name }) => ({ id: String(id), name }))
}

/** Names of authors by their ids. */
export async function authorNames(
  payload: Payload,
  { slugs, ids }: { slugs: Slugs; ids: readonly string[] },
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const authors = await publicAuthors(payload, { slugs, where: { id: { in: [...new Set(ids)] } } })
  return new Map(authors.map(({ id, name }) => [id, name]))
}
