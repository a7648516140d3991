import { issuePart } from './contents.ts'
import { apiPath, readList } from './readPublic.ts'
import type { Publication } from './types.ts'

/** All newspapers, by name. */
export async function readPublications(): Promise<Publication[]> {
  return (await readList<Publication>(apiPath('publications', { sort: 'name', limit: 200, depth: 0 }))).docs
}

/** A newspaper by its part of the address, or null. */
export async function readPublication(slug: string): Promise<Publication | null> {
  const { docs } = await readList<Publication>(
    apiPath('publications', { 'where[slug][equals]': slug, limit: 1, depth: 0 }),
  )
  return docs[0] ?? null
}

/** The newest published issue, as its part of the address; null while there is none. */
export async function readLatest(slug: string): Promise<string | null> {
  const { docs } = await readList<{ date: string; edition: string }>(
    apiPath('issues', {
      'where[publication.slug][equals]': slug,
      sort: '-date',
      joins: 'false',
      depth: 0,
      limit: 1,
    }),
  )
  return docs[0] ? issuePart(docs[0]) : null
}

/** The days of a year on which an issue appeared. */
export async function readYear(
  slug: string,
  year: number,
): Promise<{ date: string; part: string; edition: string }[]> {
  const { docs } = await readList<{ date: string; edition: string }>(
    apiPath('issues', {
      'where[publication.slug][equals]': slug,
      'where[date][greater_than_equal]': `${year}-01-01`,
      'where[date][less_than_equal]': `${year}-12-31`,
      sort: 'date',
      'select[date]': 'true',
      'select[edition]': 'true',
      depth: 0,
      limit: 1500,
    }),
  )
  return docs.map((issue) => ({
    date: issue.date.slice(0, 10),
    part: issuePart(issue),
    edition: issue.edition,
  }))
}
