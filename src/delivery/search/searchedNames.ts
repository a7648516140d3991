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
  const { docs } = await payload.db.find<{ id: string; name: string }>({
    ...{ collection: slugs.authors, limit: 100, pagination: false, joins: false, select: { name: true } },
    where: { and: [where, { public: { equals: true } }] },
  })
  return docs.map(({ id, name }) => ({ id: String(id), name }))
}
