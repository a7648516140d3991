import { apiPath, readList, readPublic } from './readPublic.ts'
import type { IssueCard, Publication } from './types.ts'
import { isEnglish } from '../words.ts'

/** All newspapers, by name. */
export async function readPublications(): Promise<Publication[]> {
  return (await readList<Publication>(apiPath('publications', { sort: 'name', limit: 200, depth: 0 }))).docs
}

/** The language of what is no one newspaper's: Chinese first, unless all that is here is English. */
export function houseLanguage(publications: readonly Publication[]): string {
  const chosen = publications.find(({ language }) => !isEnglish(language)) ?? publications[0]
  return chosen?.language ?? 'zh-CN'
}

/** A newspaper by its part of the address, or null. */
export async function readPublication(slug: string): Promise<Publication | null> {
  const { docs } = await readList<Publication>(
    apiPath('publications', { 'where[slug][equals]': slug, limit: 1, depth: 0 }),
  )
  return docs[0] ?? null
}

/** The days of a year on which issues of a newspaper appeared, as `/api/publications/:slug/calendar/:year` gives them. */
export interface Calendar {
  publication: Publication
  year: number
  first: string | null
  last: string | null
  days: { date: string; issues: IssueCard[] }[]
}

/** The calendar of a year; null when there is no such newspaper. */
export async function readCalendar(slug: string, year: number): Promise<Calendar | null> {
  const { status, body } = await readPublic(
    apiPath(`publications/${encodeURIComponent(slug)}/calendar/${year}`),
  )
  return status === 200 ? (body as Calendar) : null
}
