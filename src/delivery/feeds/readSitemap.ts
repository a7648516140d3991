import type { PayloadRequest, Where } from 'payload'

import { dayOf } from '../../core/days.ts'
import type { SitemapEntry } from '../../core/feeds/index.ts'
import { idOf } from '../../core/ids.ts'
import { articlePath, pagePath } from '../../core/permalinks.ts'
import type { Slugs } from '../../options.ts'
import {
  addressOf,
  byDayAndEdition,
  findPublication,
  issueFields,
  publicIssue,
  textOf,
} from '../publishedIssues.ts'
import { publicArticle, publicRow, publishedRows, type PublishedRow } from '../publishedRows.ts'

interface Asked {
  req: PayloadRequest
  slugs: Slugs
}

/** A month of a newspaper in which something appeared. */
export interface SitemapMonth {
  /** Slug. */
  publication: string
  /** `YYYY-MM`. */
  month: string
}

/** All months in which anything appeared, by newspaper, the newest first. In two queries. */
export async function readSitemapMonths({ req, slugs }: Asked): Promise<SitemapMonth[]> {
  const papers = await publishedRows(req, { collection: slugs.publications, where: {}, fields: ['slug'] })
  const slugOf = new Map(papers.map(({ id, slug }) => [id, String(slug)]))
  const issues = await publishedRows(req, {
    ...{ collection: slugs.issues, where: publicRow, fields: ['publication', 'date'] },
  })
  const months = new Set(
    issues.map(({ publication, date }) => {
      const slug = slugOf.get(idOf(publication) ?? '') ?? ''
      return `${dayOf(date)?.slice(0, 7)} ${slug}`
    }),
  )
  return [...months]
    .map((one) => one.split(' ') as [string, string])
    .map(([month, publication]) => ({ publication, month }))
    .sort((one, other) =>
      one.publication === other.publication
        ? other.month.localeCompare(one.month)
        : one.publication.localeCompare(other.publication),
    )
}

/**
 * What appeared in a newspaper in a month: each issue, its pages, and each article once, where it stands first. In five queries.
 * @param asked.origin without a slash at its end
 * @returns null where nothing did
 */
export async function readSitemap(
  asked: Asked & SitemapMonth & { origin: string },
): Promise<SitemapEntry[] | null> {
  const { req, slugs, month, origin } = asked
  const publication = /^\d{4}-(0[1-9]|1[0-2])$/.test(month)
    ? await findPublication(asked, asked.publication)
    : null
  if (!publication) return null
  const [year, number] = month.split('-').map(Number) as [number, number]
  const within: Where[] = [
    { date: { greater_than_equal: new Date(Date.UTC(year, number - 1)).toISOString() } },
    { date: { less_than: new Date(Date.UTC(year, number)).toISOString() } },
  ]
  const found = await publishedRows(req, {
    ...{ collection: slugs.issues, fields: [...issueFields, 'publishedAt'] },
    where: { and: [{ publication: { equals: publication.id } }, publicRow, ...within] },
  })
  if (found.length === 0) return null
  const ofIssues: Where = { and: [{ issue: { in: found.map(({ id }) => id) } }, publicRow] }
  const pages = await publishedRows(req, {
    ...{ collection: slugs.pages, where: ofIssues, sort: 'sequence', fields: ['number', 'issue'] },
  })
  const placements = await publishedRows(req, {
    ...{ collection: slugs.placements, where: ofIssues, sort: 'order', fields: ['article', 'issue'] },
  })
  const articles = await publishedRows(req, {
    where: {
      and: [{ id: { in: [...new Set(placements.map(({ article }) => idOf(article)))] } }, publicArticle],
    },
    ...{ collection: slugs.articles, fields: ['publishedAt', 'modifiedAt'] },
  })
  const updatedAt = new Map(
    articles.map((row) => [row.id, textOf(row.modifiedAt) ?? textOf(row.publishedAt)]),
  )
  return found
    .map((row) => ({ row, issue: publicIssue(publication, row), address: addressOf(publication, row) }))
    .sort((one, other) => byDayAndEdition(one.issue, other.issue))
    .flatMap(({ row, issue, address }): SitemapEntry[] => {
      const updated = textOf(row.publishedAt)
      const here = ({ issue: of }: PublishedRow) => idOf(of) === row.id
      const ids = placements.filter(here).map(({ article }) => idOf(article) ?? '')
      const listed = [...new Set(ids)].filter((id) => updatedAt.has(id))
      const entries = [
        { url: origin + issue.path, updated },
        ...pages
          .filter(here)
          .map(({ number }) => ({ url: origin + pagePath(address, String(number)), updated })),
        ...listed.map((id) => ({
          url: origin + articlePath(address, id),
          updated: updatedAt.get(id) ?? null,
        })),
      ]
      for (const id of listed) updatedAt.delete(id)
      return entries
    })
}
