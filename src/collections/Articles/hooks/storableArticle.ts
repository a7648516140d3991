import type { PayloadRequest } from 'payload'

import { storable } from '../../../core/text/index.ts'
import { Refusal } from '../../../refusals/refusal.ts'

type Data = Record<string, unknown>

/** When something happened is for the server to say. */
const stamps = ['createdAt', 'updatedAt', 'deletedAt'] as const
const texts = ['kicker', 'headline', 'deck', 'bylineRaw', 'column'] as const
const lists = ['authors', 'photoCredits', 'pictures'] as const

/**
 * What a client sent for an article, as the database will keep it: drafts skip the fields' validators, and the hash
 * of a new text is taken before it is stored. Throws a 400 for what is no text or no list.
 */
export function storableArticle(req: PayloadRequest, data: Data = {}): Data {
  const article = storable(data)
  for (const name of stamps) delete article[name]
  for (const name of texts) {
    const value = article[name]
    if (value !== undefined && value !== null && typeof value !== 'string') refuse(req, name)
  }
  for (const name of lists) {
    const value = article[name]
    if (value === undefined || value === null) continue
    // Payload's own form says of a list without rows that it is 0.
    if (value === 0) article[name] = []
    else if (!Array.isArray(value)) refuse(req, name)
    else article[name] = value.filter((entry) => entry !== null && entry !== undefined)
  }
  if (article.dateline === null) article.dateline = { agency: null, place: null, date: null }
  return article
}

function refuse(req: PayloadRequest, field: string): never {
  throw new Refusal(req, { code: 'fieldType', params: { field } })
}
