import { randomBytes } from 'node:crypto'

import { canonicalContent, contentHash, type ArticleContent } from '../core/text/index.ts'
import { sha256 } from './sha256.ts'
import type { PlacementRow, StoredArticle, TranscriptRow } from './storePort.ts'

/** A row as the adapter reads it. */
export type Row = Record<string, unknown> & { id: string }

/** What an article is now, from its latest draft, its slip, and whether anybody but the importer has done anything. */
export function storedArticle(
  draft: Row,
  { slip, worked }: { slip: Row | undefined; worked: boolean },
): StoredArticle {
  const published = slip?.live === true || typeof slip?.publishedAt === 'string'
  const hash = contentHash(canonicalContent(draft as ArticleContent), sha256)
  const edited = worked || slip?.stage !== 'draft' || hash !== draft.importedHash
  return {
    id: draft.id,
    state: published ? 'published' : edited ? 'edited' : 'asImported',
    importRun: idOrNull(draft.importRun),
    title: String(draft.title),
    column: textOrNull(draft.column),
  }
}

/** Rows of an array have ids of their own: 24 hexadecimal digits, as Payload's. */
export function pictureRows(
  pictures: readonly { caption: string; credit: string | null }[],
): { id: string; caption?: string; credit?: string }[] {
  return pictures.map((picture) => ({ id: randomBytes(12).toString('hex'), ...given(picture) }))
}

/** Without what is null: absent, as Payload leaves it, on either database. */
export function given<Data extends object>(data: Data): { [Key in keyof Data]?: NonNullable<Data[Key]> } {
  const entries = Object.entries(data).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(entries) as never
}

/** A text, or null where there is none. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** The id of a related document, populated or not. */
export function idOrNull(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return typeof value === 'string' ? value : null
}

/** A transcript as the database gives it. */
export function transcriptRow(row: Row | null): TranscriptRow | null {
  if (!row) return null
  const { publication, issue, page, importRun } = row
  return {
    ...(row as unknown as TranscriptRow),
    ...{ publication: idOrNull(publication) ?? '', issue: idOrNull(issue) ?? '', page: idOrNull(page) ?? '' },
    importRun: idOrNull(importRun),
  }
}

/** A placement likewise. */
export function placementRow(row: Row): PlacementRow {
  const { article, page, issue, transcript } = row
  return {
    ...(row as unknown as PlacementRow),
    ...{ article: idOrNull(article) ?? '', page: idOrNull(page) ?? '', issue: idOrNull(issue) ?? '' },
    transcript: idOrNull(transcript),
  }
}
