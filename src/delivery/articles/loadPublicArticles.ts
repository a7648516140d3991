import type { Payload, PayloadRequest, Where } from 'payload'

import { dayOf } from '../../core/days.ts'
import { idOf } from '../../core/ids.ts'
import { byStanding } from '../../core/standings.ts'
import type { PublicArticle, PublicPlacement } from '../../core/publicArticle.ts'
import type { Slugs } from '../../options.ts'

/** Where to read, and in which transaction if in one. */
export interface Source {
  payload: Payload
  slugs: Slugs
  req?: PayloadRequest
}

type Row = Record<string, unknown> & {
  id: string | number
  authors?: unknown[]
  dateline?: Record<string, unknown>
}

/**
 * Published articles by their ids, in the order of the ids; whatever is not published is left out. It reads rows past
 * access functions, so that it works inside the publishing transaction too: it asks for public rows alone and copies out
 * of them, field by field, what the public may see.
 */
export async function loadPublicArticles(source: Source, ids: readonly string[]): Promise<PublicArticle[]> {
  const { slugs } = source
  const articles = (await rows(source, slugs.articles, { id: { in: [...ids] } })).filter(
    ({ _status }) => _status === 'published',
  )
  if (articles.length === 0) return []
  const standing = await publicRows(source, slugs.placements, {
    article: { in: articles.map(({ id }) => id) },
  })
  const byIds = async (collection: string, values: readonly unknown[]) => {
    const wanted = [...new Set(values.map(idOf).filter((id) => id !== null))]
    return new Map(
      (await publicRows(source, collection, { id: { in: wanted } })).map((row) => [String(row.id), row]),
    )
  }
  const [pages, issues, authors, publications] = [
    await byIds(
      slugs.pages,
      standing.map(({ page }) => page),
    ),
    await byIds(
      slugs.issues,
      standing.map(({ issue }) => issue),
    ),
    await byIds(
      slugs.authors,
      articles.flatMap((article) => article.authors ?? []),
    ),
    // A masthead is public from the start.
    new Map(
      (
        await rows(source, slugs.publications, {
          id: {
            in: [...new Set(articles.map(({ publication }) => idOf(publication)))].filter(
              (id) => id !== null,
            ),
          },
        })
      ).map((row) => [String(row.id), row]),
    ),
  ]
  const placementsOf = (article: string): PublicPlacement[] =>
    standing
      .filter((placement) => idOf(placement.article) === article)
      .flatMap((placement) => {
        const page = pages.get(idOf(placement.page) ?? '')
        const issue = issues.get(idOf(placement.issue) ?? '')
        return page && issue ? [placed(placement, page, issue)] : []
      })
      .sort(byStanding)
  const found = new Map(
    articles.flatMap((row) => {
      const publication = publications.get(idOf(row.publication) ?? '')
      if (!publication) return []
      const by = (row.authors ?? []).flatMap((author) => authors.get(idOf(author) ?? '') ?? [])
      const id = String(row.id)
      return [[id, publicArticle({ row, publication, authors: by, placements: placementsOf(id) })] as const]
    }),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function rows({ payload, req }: Source, collection: string, where: Where): Promise<Row[]> {
  const { docs } = await payload.db.find<Row>({
    ...{ collection, where, limit: 0, pagination: false, joins: false },
    ...(req ? { req } : {}),
  } as Parameters<typeof payload.db.find>[0])
  return docs as Row[]
}

/**
 * Whether a row is public is looked at here and not asked of the database: SQLite would look up all that is public, which
 * is nearly everything, and then the few rows that are wanted among it.
 */
async function publicRows(source: Source, collection: string, where: Where): Promise<Row[]> {
  return (await rows(source, collection, where)).filter((row) => row.public === true)
}

function placed(placement: Row, page: Row, issue: Row): PublicPlacement {
  return {
    page: { number: String(page.number), name: text(page.name), sequence: Number(page.sequence) },
    issue: {
      ...{ id: String(issue.id), date: dayOf(issue.date) ?? '', edition: String(issue.edition) },
      ...{ number: text(issue.number), wholeNumber: text(issue.wholeNumber) },
      publishedAt: moment(issue.publishedAt),
    },
    order: Number(placement.order ?? 0),
  }
}

function publicArticle(parts: {
  row: Row
  publication: Row
  authors: readonly Row[]
  placements: readonly PublicPlacement[]
}): PublicArticle {
  const { row, publication, authors, placements } = parts
  const list = <Item>(value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : [])
  return {
    id: String(row.id),
    ...{
      kicker: text(row.kicker),
      headline: text(row.headline),
      deck: text(row.deck),
      column: text(row.column),
    },
    bylineRaw: text(row.bylineRaw),
    dateline: {
      ...{
        agency: text(row.dateline?.agency),
        place: text(row.dateline?.place),
        date: text(row.dateline?.date),
      },
    },
    body: row.body ?? null,
    captions: list<Record<string, unknown>>(row.pictures).map(({ caption, credit, media }) => ({
      ...{ caption: text(caption), credit: text(credit), media: idOf(media) },
    })),
    photoCredits: list<unknown>(row.photoCredits).flatMap((credit) => text(credit) ?? []),
    authors: authors.map(({ id, name, kind }) => ({
      id: String(id),
      name: String(name),
      kind: String(kind),
    })),
    publication: {
      ...{ id: String(publication.id), name: String(publication.name), slug: String(publication.slug) },
      ...{ cnNumber: text(publication.cnNumber), language: text(publication.language) ?? 'zh' },
    },
    placements,
    ...{
      publishedAt: moment(row.publishedAt),
      modifiedAt: moment(row.modifiedAt),
      version: Number(row.version ?? 1),
    },
    corrections: list<Record<string, unknown>>(row.corrections).map(({ kind, note, at }) => ({
      ...{ kind: text(kind), note: text(note), at: moment(at) },
    })),
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function moment(value: unknown): string | null {
  const date =
    value instanceof Date ? value : typeof value === 'string' && value !== '' ? new Date(value) : null
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString()
}
