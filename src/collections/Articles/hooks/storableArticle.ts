import type { PayloadRequest } from 'payload'

import { storable, storableBody } from '../../../core/text/index.ts'
import { Refusal } from '../../../refusals/refusal.ts'

type Data = Record<string, unknown>

/** When something happened is for the server to say. */
const stamps = ['createdAt', 'updatedAt', 'deletedAt'] as const
const texts = ['kicker', 'headline', 'deck', 'bylineRaw', 'column'] as const
const lists = ['authors', 'photoCredits', 'pictures'] as const

/**
 * What a client sent for an article, as the database will keep it: drafts skip the fields' validators, and the hash
 * of a new text is taken before it is stored. Throws a 400 for what is no text, no list or no body.
 * @param knows whether the editor of the body has nodes of a type
 */
export function storableArticle(
  req: PayloadRequest,
  data: Data = {},
  { knows }: { knows: (type: string) => boolean },
): Data {
  // Before anything walks through it: it may be of any depth.
  const kept = storableBody(data.body, knows)
  if ('fault' in kept) throw new Refusal(req, kept.fault)
  const article = storable('body' in data ? { ...data, body: kept.body } : data)
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
  const { dateline } = article
  if (dateline !== undefined && (typeof dateline !== 'object' || Array.isArray(dateline)))
    refuse(req, 'dateline')
  if (dateline === null) article.dateline = { agency: null, place: null, date: null }
  return article
}

function refuse(req: PayloadRequest, field: string): never {
  throw new Refusal(req, { code: 'fieldType', params: { field } })
}
