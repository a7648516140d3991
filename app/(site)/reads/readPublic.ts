import config from '@payload-config'
import { getPayload } from 'payload'
import { cache } from 'react'
import { readPublished } from '../../../src/exports/delivery.ts'

/** What a read of the public API gave. */
export interface PublicAnswer {
  status: number
  body: unknown
}

/**
 * Reads the public API as a reader's program does, from the same memory: the site shows nothing that the API does not
 * give. One answer for one address within one page.
 * @param path such as `/api/issues?limit=1`
 * @param language of what is said in words, such as a refusal; the house's own where it is not given
 */
export const readPublic = cache(async (path: string, language?: 'zh' | 'en'): Promise<PublicAnswer> =>
  readPublished(await getPayload({ config }), { url: path, ...(language ? { language } : {}) }),
)

/** Whether a part of an address can be the id of anything: ours, or an app's own. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9-]{1,64}$/.test(text)
}

/** The documents of a list. A refusal is a mistake of the site's own. */
export async function readList<Row>(
  path: string,
): Promise<{ docs: Row[]; totalDocs: number; totalPages: number }> {
  const { status, body } = await readPublic(path)
  if (status !== 200) throw new Error(`The site asked ${path} and was answered ${status}`)
  return body as { docs: Row[]; totalDocs: number; totalPages: number }
}

/** An address of the API with its parameters; nested ones by their full names, as `where[date][equals]`. */
export function apiPath(path: string, params: Readonly<Record<string, string | number>> = {}): string {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]))
  return query.size > 0 ? `/api/${path}?${query.toString()}` : `/api/${path}`
}
