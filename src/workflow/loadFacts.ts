import type { PayloadRequest } from 'payload'

import {
  canonicalContent,
  checkText,
  classifyChange,
  parseText,
  type ChangeClass,
} from '../core/text/index.ts'
import {
  editsInText,
  isProof,
  signedOffHash,
  type ArticleFacts,
  type Profile,
  type WorkflowEvent,
} from '../core/workflow/index.ts'
import type { Slugs } from '../options.ts'
import { approvable, latestDraft, type ArticleRow } from './currentText.ts'
import { signedPlaces } from './desk/dropSignatures.ts'
import { fieldErrors } from './fieldErrors.ts'
import { profileNamed } from './profileNamed.ts'
import { rowsOf } from './rows.ts'
import { readSlip, type SlipRow } from './slipRow.ts'
import { readEvent, readRecord } from './trail.ts'

/** Everything the engine needs of one article, and the rows it was read from. */
export interface LoadedArticle {
  facts: ArticleFacts
  article: ArticleRow
  slip: SlipRow
}

export interface ArticleKey {
  slugs: Slugs
  req: PayloadRequest
  id: string
}

/** Loads an article's facts in the request's transaction; null when there is no such article. */
export async function loadFacts(key: ArticleKey): Promise<LoadedArticle | null> {
  const { slugs, req, id } = key
  const rows = rowsOf(req)
  const article = await latestDraft(key)
  const found = await rows.one(slugs.reviewSlips, { article: { equals: id } })
  if (!article || !found) return null
  const slip = readSlip(found)
  const records = (await rows.all(slugs.reviewRecords, { article: { equals: id } }, 'rev')).map(readRecord)
  const events = (await rows.all(slugs.workflowEvents, { subject: { equals: id } }, 'seq')).map(readEvent)
  const facts: ArticleFacts = {
    publication: slip.publication,
    profile: await profileOf(key, slip.publication),
    creator: slip.creator,
    bylineUsers: await bylineUsers(key, article),
    slip,
    records,
    edits: editsInText(events as unknown as WorkflowEvent[]),
    content: {
      ...checkText(canonicalContent(article), article),
      fieldErrors: await fieldErrors(key, article),
    },
    change: null,
    publicHash: slip.publicHash,
    ...(await signedPlaces({ slugs, req, slip })),
  }
  return { facts: { ...facts, change: await changeOf(key, { facts, article }) }, article, slip }
}

/**
 * The facts with the hash of the text that is really there. It is the slip's, unless the text was changed past the
 * workflow, by a picture that was deleted or in the database: then no approval of the slip's text is one of this.
 */
export function asItStands({ facts, article }: Pick<LoadedArticle, 'facts' | 'article'>): ArticleFacts {
  return { ...facts, slip: { ...facts.slip, contentHash: approvable(article).hash } }
}

/**
 * How the text differs: in proof from the one signed off, in review from the one last judged.
 * Null when there is nothing to compare with.
 */
export async function changeOf(
  { slugs, req, id }: ArticleKey,
  { facts, article }: { facts: ArticleFacts; article: ArticleRow },
): Promise<ChangeClass | null> {
  const against = isProof(facts.slip.stage) ? signedOffHash(facts) : facts.records.at(-1)?.hash
  if (!against || against === approvable(article).hash) {
    return against ? classifyChange(canonicalContent(article), canonicalContent(article)) : null
  }
  const kept = await rowsOf(req).one(slugs.texts, {
    and: [{ article: { equals: id } }, { hash: { equals: against } }],
  })
  return kept ? classifyChange(parseText(String(kept.canonical)), canonicalContent(article)) : null
}

/** Users linked from the authors of a byline: they wrote it, whoever typed it. */
export async function bylineUsers({ slugs, req }: ArticleKey, article: ArticleRow): Promise<string[]> {
  const { authors } = canonicalContent(article)
  if (authors.length === 0) return []
  const rows = await rowsOf(req).all(slugs.authors, { id: { in: [...authors] } })
  return rows
    .map(({ user }) => user)
    .filter((user) => user !== null && user !== undefined)
    .map(String)
}

async function profileOf({ slugs, req }: ArticleKey, publication: string): Promise<Profile> {
  const row = await rowsOf(req).one(slugs.publications, { id: { equals: publication } })
  return profileNamed(req.payload, row?.profile)
}
