import { datelineBefore, openingWords } from '../../../src/exports/delivery.ts'
import { appearedAt } from '../../../src/exports/feeds.ts'
import { cardOf, issuePart, noticeOf } from './contents.ts'
import { placementsOf, type Placement } from './placements.ts'
import { apiPath, isId, readPublic } from './readPublic.ts'
import type { ArticleCard, Correction, Picture, Publication } from './types.ts'

/** Where an article stands in a paper. */
export interface Standing {
  /** The issue's part of the address. */
  issue: string
  date: string
  edition: string
  page: string
  pageName: string | null
  jump: 'none' | 'out' | 'in'
  jumpPage: string | null
}

/** An article in full. */
export interface ReadableArticle extends ArticleCard {
  publication: Publication
  /** As printed; shown when no author is known. */
  byline: string | null
  dateline: string | null
  body: unknown
  pictures: Picture[]
  photoCredits: string[]
  truncated: boolean
  /** When readers first had it: of what an archive brought in, the day of print. */
  appearedAt: string | null
  modifiedAt: string | null
  corrections: Correction[]
  standings: Standing[]
  /** Of a notice: the article it corrects. */
  correctsId: string | null
  noticeIds: string[]
}

/** An article, or why it is not to be read. */
export type ArticleRead =
  | { status: 'found'; article: ReadableArticle }
  | { status: 'withdrawn'; notice: string }
  | { status: 'missing' }

interface Row {
  [name: string]: unknown
}

/** How the text of an article begins, at most as wide as so many characters of Chinese. */
export function openingOf({ body }: Pick<ReadableArticle, 'body'>, length: number): string {
  return openingWords(body, length)
}

/** Headline, else kicker, else how the text begins: what a title, a list or a citation calls an article. */
export function nameOf(article: ReadableArticle): string {
  return article.headline ?? article.kicker ?? openingOf(article, 24)
}

/** Reads a published article by its id. */
export async function readArticle(id: string): Promise<ArticleRead> {
  if (!isId(id)) return { status: 'missing' }
  const { status, body } = await readPublic(apiPath(`articles/${id}`, { depth: 2 }))
  if (status === 410) return { status: 'withdrawn', notice: noticeOf(body) }
  if (status !== 200) return { status: 'missing' }
  const row = body as Row & { publication: Publication }
  const text = (name: string) => (typeof row[name] === 'string' && row[name] !== '' ? row[name] : null)
  const standings = placementsOf(row.placements).map(standingOf)
  return {
    status: 'found',
    article: {
      ...cardOf(row as never),
      publication: row.publication,
      byline: text('bylineRaw'),
      dateline: datelineOf(row),
      body: row.body ?? null,
      pictures: rows(row.pictures).flatMap(pictureOf),
      photoCredits: Array.isArray(row.photoCredits) ? row.photoCredits.map(String) : [],
      truncated: row.truncated === true,
      appearedAt: appearedAt({ publishedAt: text('publishedAt'), day: standings[0]?.date ?? null }),
      modifiedAt: text('modifiedAt'),
      corrections: rows(row.corrections) as unknown as Correction[],
      standings,
      correctsId: idOf(row.corrects),
      noticeIds: ((row.notices as { docs?: unknown[] } | undefined)?.docs ?? []).flatMap(
        (notice) => idOf(notice) ?? [],
      ),
    },
  }
}

function rows(value: unknown): Row[] {
  return Array.isArray(value)
    ? value.filter((row): row is Row => typeof row === 'object' && row !== null)
    : []
}

/** The id of a related document, as an id or as the document itself. */
function idOf(related: unknown): string | null {
  const id = typeof related === 'object' && related !== null && 'id' in related ? related.id : related
  return typeof id === 'string' ? id : null
}

function datelineOf({ dateline, body }: Row): string | null {
  const { agency = null, place = null, date = null } = (dateline ?? {}) as Record<string, string | null>
  return datelineBefore({ agency, place, date }, body)
}

function pictureOf({ media, caption, credit }: Row): Picture[] {
  if (!media || typeof media !== 'object') return []
  const file = media as Row
  if (typeof file.url !== 'string') return []
  return [
    {
      url: file.url,
      width: typeof file.width === 'number' ? file.width : null,
      height: typeof file.height === 'number' ? file.height : null,
      smaller: smallerOf(file.sizes),
      alt: String(file.alt ?? caption ?? ''),
      caption: caption ? String(caption) : null,
      credit: credit ? String(credit) : null,
    },
  ]
}

/** The sizes that an upload was stored in too; one that the picture was too small for has no address. */
function smallerOf(sizes: unknown): Picture['smaller'] {
  return rows(Object.values((sizes ?? {}) as Row))
    .flatMap(({ url, width }) =>
      typeof url === 'string' && typeof width === 'number' ? [{ url, width }] : [],
    )
    .sort((one, other) => one.width - other.width)
}

function standingOf({ page, issue, jump, jumpPage }: Placement): Standing {
  return {
    issue: issuePart(issue),
    date: issue.date.slice(0, 10),
    edition: issue.edition,
    page: page.number,
    pageName: page.name || null,
    jump: jump === 'out' || jump === 'in' ? jump : 'none',
    jumpPage: jumpPage || null,
  }
}
