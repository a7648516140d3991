import type { PayloadRequest, Where } from 'payload'

import { idOf } from '../../core/ids.ts'
import type { Slugs } from '../../options.ts'
import {
  findPublicationById,
  publicIssue,
  issueFields,
  textOf,
  type PublicIssue,
  type PublicPublication,
} from '../publishedIssues.ts'
import { publishedRows, type PublishedRow } from '../publishedRows.ts'
import type { PreviewTarget } from './previewToken.ts'

/** An article as it would be published now. */
export interface PreviewArticle {
  id: string
  kicker: string | null
  headline: string | null
  deck: string | null
  column: string | null
  bylineRaw: string | null
  authors: { id: string; name: string }[]
  dateline: { agency: string | null; place: string | null; date: string | null }
  /** Lexical JSON. */
  body: unknown
  pictures: { url: string | null; alt: string | null; caption: string | null; credit: string | null }[]
  photoCredits: string[]
}

/** An issue as it is laid out now. */
export interface PreviewIssue {
  issue: PublicIssue
  pages: { id: string; number: string; name: string | null; articles: PreviewPlace[] }[]
}

export interface PreviewPlace {
  jump: string
  jumpPage: string | null
  /** Null where it is withdrawn. */
  article: PreviewArticle | null
  /** What stands in the place of one that is withdrawn. */
  notice: string | null
}

/**
 * What is shown beside what readers see: a text or an issue that has not appeared; one that has, as it is; the working copy of one that is
 * being corrected (in an issue, of at least one); the working copy of an article that was withdrawn and is on its way back.
 */
export type PreviewStanding = 'unpublished' | 'published' | 'correction' | 'withdrawn'

/** What a link of preview opens, until `expires` (ISO 8601 in UTC). */
export type Preview = { publication: PublicPublication; standing: PreviewStanding; expires: string } & (
  { kind: 'article'; article: PreviewArticle } | ({ kind: 'issue' } & PreviewIssue)
)

interface Asked {
  req: PayloadRequest
  slugs: Slugs
  /** Where whoever has the link finds a picture, which nobody else can see before it is published. */
  pictureUrl: (filename: string) => string
  /** The notices of those of some articles that are withdrawn: a link that is older than that shows them no more. */
  withdrawn: (articles: readonly string[]) => Promise<ReadonlyMap<string, { notice: string }>>
  /** How each of some articles stands to its readers; `spiked` is never shown by itself. */
  standings: (articles: readonly string[]) => Promise<ReadonlyMap<string, PreviewStanding | 'spiked'>>
  /** ISO 8601 in UTC. */
  expires: string
}

/**
 * The working copy of one article, or of one issue with what is placed in it; null when it is gone. Fields are named one by one: what
 * only staff may see (slip, doubts, provenance, filing) is none of a preview's business, and related documents show no more than a name.
 */
export async function readPreview(asked: Asked, { kind, id }: PreviewTarget): Promise<Preview | null> {
  return kind === 'article' ? previewArticle(asked, id) : previewIssue(asked, id)
}

async function previewArticle(asked: Asked, id: string): Promise<Preview | null> {
  const rows = await workingCopies(asked, [id])
  const row = rows.get(id)
  const publication = row && (await findPublicationById(asked, idOf(row.publication) ?? ''))
  if (!row || !publication) return null
  const standing = (await asked.standings([id])).get(id)
  // What was given up (毙稿) is shown to nobody, whenever the link was made.
  if (!standing || standing === 'spiked') return null
  const [article] = await describe(asked, [row])
  const { expires } = asked
  return article ? { kind: 'article', publication, standing, expires, article } : null
}

async function previewIssue(asked: Asked, id: string): Promise<Preview | null> {
  const { req, slugs } = asked
  const [row] = await publishedRows(req, {
    ...{ collection: slugs.issues, where: { id: { equals: id } }, limit: 1 },
    fields: [...issueFields, 'publication', 'stage'],
  })
  const publication = row && (await findPublicationById(asked, idOf(row.publication) ?? ''))
  if (!row || !publication) return null
  const ofIssue: Where = { issue: { equals: id } }
  const pages = await publishedRows(req, {
    ...{ collection: slugs.pages, where: ofIssue, fields: ['number', 'name'], sort: 'sequence' },
  })
  const placements = await publishedRows(req, {
    ...{ collection: slugs.placements, where: ofIssue, sort: 'order' },
    fields: ['article', 'page', 'jump', 'jumpPage'],
  })
  const placed = [...new Set(placements.flatMap(({ article }) => idOf(article) ?? []))]
  const withdrawn = await asked.withdrawn(placed)
  const copies = await workingCopies(
    asked,
    placed.filter((article) => !withdrawn.has(article)),
  )
  const articles = new Map(
    (await describe(asked, [...copies.values()])).map((article) => [article.id, article]),
  )
  const standings = [...(await asked.standings([...articles.keys()])).values()]
  const seen = row.stage === 'published'
  const standing = !seen ? 'unpublished' : standings.includes('correction') ? 'correction' : 'published'
  return {
    ...{ kind: 'issue', publication, standing, expires: asked.expires },
    issue: publicIssue(publication, row),
    pages: pages.map((page) => ({
      ...{ id: page.id, number: String(page.number), name: textOf(page.name) },
      articles: placements.flatMap(({ page: on, article, jump, jumpPage }) => {
        if (idOf(on) !== page.id) return []
        const shown = articles.get(idOf(article) ?? '') ?? null
        const notice = withdrawn.get(idOf(article) ?? '')?.notice ?? null
        const place = { jump: String(jump), jumpPage: textOf(jumpPage) }
        return shown || notice !== null ? [{ ...place, article: shown, notice }] : []
      }),
    })),
  }
}

/** The latest version of each article. */
async function workingCopies(
  { req, slugs }: Asked,
  ids: readonly string[],
): Promise<Map<string, PublishedRow>> {
  const { docs } = await req.payload.db.queryDrafts<PublishedRow>({
    ...{ collection: slugs.articles, where: { parent: { in: [...ids] } }, limit: 0, pagination: false, req },
    joins: false as never,
  })
  return new Map(docs.map((row) => [String(row.id), { ...row, id: String(row.id) }]))
}

async function describe(asked: Asked, rows: readonly PublishedRow[]): Promise<PreviewArticle[]> {
  const { req, slugs, pictureUrl } = asked
  const ids = (values: unknown[]): string[] => [...new Set(values.flatMap((value) => idOf(value) ?? []))]
  const authorIds = ids(rows.flatMap(({ authors }) => (Array.isArray(authors) ? authors : [])))
  const mediaIds = ids(rows.flatMap(({ pictures }) => listOf(pictures).map(({ media }) => media)))
  const named = async (collection: string, wanted: string[], fields: string[]) =>
    new Map(
      (await publishedRows(req, { collection, where: { id: { in: wanted } }, fields })).map((row) => [
        row.id,
        row,
      ]),
    )
  const authors = await named(slugs.authors, authorIds, ['name'])
  const media = await named(slugs.media, mediaIds, ['filename', 'alt'])
  return rows.map((row) => {
    const { agency, place, date } = (row.dateline ?? {}) as Record<string, unknown>
    return {
      ...{ id: row.id, kicker: textOf(row.kicker), headline: textOf(row.headline), deck: textOf(row.deck) },
      ...{ column: textOf(row.column), bylineRaw: textOf(row.bylineRaw), body: row.body ?? null },
      authors: (Array.isArray(row.authors) ? row.authors : []).flatMap((author) => {
        const known = authors.get(idOf(author) ?? '')
        return known ? [{ id: known.id, name: String(known.name) }] : []
      }),
      dateline: { agency: textOf(agency), place: textOf(place), date: textOf(date) },
      pictures: listOf(row.pictures).map(({ media: of, caption, credit }) => {
        const file = media.get(idOf(of) ?? '')
        const name = textOf(file?.filename)
        return {
          url: name ? pictureUrl(name) : null,
          ...{ alt: textOf(file?.alt), caption: textOf(caption), credit: textOf(credit) },
        }
      }),
      photoCredits: Array.isArray(row.photoCredits) ? row.photoCredits.map(String) : [],
    }
  })
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : []
}
