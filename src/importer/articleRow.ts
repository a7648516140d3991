import { canonicalContent, contentHash } from '../core/text/index.ts'
import { articleTitle } from '../core/text/articleTitle.ts'
import type { Diagnostic } from '../core/diagnostics/index.ts'
import { sha256 } from './sha256.ts'
import type { ComposedArticle } from './composeArticle.ts'

/** An article's fields as they are stored, without what Payload adds. */
export interface ArticleRow {
  publication: string
  importRun: string
  title: string
  kicker: string | null
  headline: string | null
  deck: string | null
  column: string | null
  dateline: { agency: string | null; place: string | null; date: string | null }
  authors: string[]
  bylineRaw: string | null
  photoCredits: string[]
  pictures: { caption: string; credit: string | null }[]
  body: object | null
  truncated: boolean
  doubts: Diagnostic[]
  /** Of the text as imported: differs from the text's own hash once a person has changed it. */
  importedHash: string
}

/** An article's row, once its authors have ids. */
export function articleRow(
  composed: ComposedArticle,
  { authorIds, ...of }: { publication: string; importRun: string; authorIds: ReadonlyMap<string, string> },
): ArticleRow {
  const { credits, ...fields } = composed
  const authors = credits.flatMap(({ name }) => authorIds.get(name) ?? [])
  return {
    ...of,
    ...fields,
    authors,
    title: articleTitle(fields),
    importedHash: contentHash(canonicalContent({ ...fields, authors }), sha256),
  }
}
