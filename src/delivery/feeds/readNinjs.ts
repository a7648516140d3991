import type { PayloadRequest } from 'payload'

import {
  canceledNinjs,
  newsArticle,
  ninjsOfArticle,
  ninjsOfIssue,
  type NinjsPlace,
} from '../../core/feeds/index.ts'
import { dayOf } from '../../core/days.ts'
import { idOf } from '../../core/ids.ts'
import type { PublicPublication } from '../../core/publicArticle.ts'
import type { Slugs } from '../../options.ts'
import { feedWords } from '../../translations/feeds.ts'
import { loadPublicArticles } from '../articles/loadPublicArticles.ts'

interface Asked {
  req: PayloadRequest
  slugs: Slugs
  id: string
}

/** A published article as ninjs 3.1; null when it is not published. */
export async function readArticleNinjs(asked: Asked & { place: NinjsPlace }): Promise<object | null> {
  const { req, slugs, id, place } = asked
  const [article] = await loadPublicArticles({ payload: req.payload, slugs, req }, [id])
  return article ? ninjsOfArticle(article, { place, words: feedWords(article.publication.language) }) : null
}

/** A published article as JSON-LD of schema.org; null when it is not published. */
export async function readNewsArticle(asked: Asked & { origin: string }): Promise<object | null> {
  const { req, slugs, id, origin } = asked
  const [article] = await loadPublicArticles({ payload: req.payload, slugs, req }, [id])
  return article ? newsArticle(article, { origin, words: feedWords(article.publication.language) }) : null
}

type Row = Record<string, unknown> & { id: string }

/** A withdrawn article as ninjs 3.1. Whoever asks knows that readers saw it once, and the notice they were given. */
export async function readCanceledArticle(
  asked: Asked & { place: NinjsPlace; withdrawal: { notice: string; at: string } },
): Promise<object | null> {
  const { req, slugs, id, place, withdrawal } = asked
  const article = await req.payload.db.findOne<Row>({
    collection: slugs.articles,
    where: { id: { equals: id } },
    req,
  })
  const publication = await mastheadOf(req, { slugs, id: idOf(article?.publication) })
  if (!article || !publication) return null
  const version = Number(article.version ?? 1)
  return canceledNinjs({ uri: place.articles + id, type: 'text', publication, version, ...withdrawal })
}

/** An issue that appeared, with its articles, as ninjs 3.1: canceled when it was withdrawn, null when it never was. */
export async function readIssueNinjs(asked: Asked & { place: NinjsPlace }): Promise<object | null> {
  const { req, slugs, id, place } = asked
  const { db } = req.payload
  const issue = await db.findOne<Row>({
    collection: slugs.issues,
    where: { id: { equals: id } },
    joins: false as never,
    req,
  })
  const masthead = await mastheadOf(req, { slugs, id: idOf(issue?.publication) })
  if (!issue || !masthead) return null
  const manifests = await manifestsOf(req, { slugs, issue: id })
  if (issue.public !== true) {
    if (issue.stage !== 'withdrawn') return null
    return canceledNinjs({
      ...{ uri: place.issues + id, type: 'composite', publication: masthead, version: manifests?.count ?? 1 },
      ...{ notice: String(issue.notice ?? ''), at: manifests?.last ?? String(issue.updatedAt) },
    })
  }
  const { docs: placements } = await db.find<Row>({
    ...{ collection: slugs.placements, limit: 0, pagination: false, joins: false as never, req },
    where: { issue: { equals: id } },
  })
  const seen = placements.filter((row) => row.public === true)
  const ids = [...new Set(seen.flatMap(({ article }) => idOf(article) ?? []))]
  const articles = await loadPublicArticles({ payload: req.payload, slugs, req }, ids)
  const standing = new Map(
    articles.map((article) => {
      const here = article.placements.find((placement) => placement.issue.id === id)
      return [article.id, here ? here.page.sequence * 10_000 + here.order : Infinity]
    }),
  )
  const withdrawn = new Map(
    seen.flatMap(({ article, tombstone }) => {
      const of = idOf(article)
      return of !== null && !standing.has(of) && typeof tombstone === 'string' && tombstone !== ''
        ? [[of, tombstone] as const]
        : []
    }),
  )
  const words = feedWords(masthead.language)
  return ninjsOfIssue(
    {
      ...{ id, masthead, publication: masthead.slug },
      ...{ date: dayOf(issue.date) ?? '', edition: String(issue.edition) },
      number: typeof issue.number === 'string' ? issue.number : null,
      publishedAt: typeof issue.publishedAt === 'string' ? issue.publishedAt : null,
      manifests,
      articles: [...articles].sort((one, other) => standing.get(one.id)! - standing.get(other.id)!),
      withdrawn: [...withdrawn].map(([article, notice]) => ({ article, notice })),
    },
    { place, words },
  )
}

/** How often what readers see of an issue changed, and when last; null where no manifest was kept. */
async function manifestsOf(
  req: PayloadRequest,
  { slugs, issue }: { slugs: Slugs; issue: string },
): Promise<{ count: number; last: string } | null> {
  const { docs } = await req.payload.db.find<{ number: number; at: string }>({
    ...{
      collection: slugs.editions,
      where: { issue: { equals: issue } },
      sort: '-number',
      limit: 1,
      pagination: false,
    },
    ...{ select: { number: true, at: true }, req },
  })
  const [last] = docs
  return last ? { count: Number(last.number), last: last.at } : null
}

/** The publication that something stood in. */
async function mastheadOf(
  req: PayloadRequest,
  { slugs, id }: { slugs: Slugs; id: string | null },
): Promise<PublicPublication | null> {
  if (id === null) return null
  const row = await req.payload.db.findOne<Row>({
    collection: slugs.publications,
    where: { id: { equals: id } },
    req,
  })
  if (!row) return null
  return {
    ...{ id, name: String(row.name), slug: String(row.slug) },
    cnNumber: typeof row.cnNumber === 'string' && row.cnNumber !== '' ? row.cnNumber : null,
    language: typeof row.language === 'string' && row.language !== '' ? row.language : 'zh',
  }
}
