import { diagnostic, type Diagnostic } from '../diagnostics/index.ts'
import { readFolio } from './folio.ts'
import type { Model } from './model.ts'
import { readPageNumber } from './numbers.ts'
import { readArticle } from './readArticle.ts'
import { roleOf } from './roles.ts'
import { segment, type LabelledLine, type Segmentation } from './segment.ts'
import type { ArticleReading, LineReading, LineRole, PageReading, ReadPageOptions } from './types.ts'

/**
 * Reads a page's plain text into lines with roles and articles. Pure and deterministic; never throws, whatever the
 * string. Every line that is not blank has one role, and belongs to at most one article.
 */
export function readPage(text: string, options: ReadPageOptions = {}): PageReading {
  return readSegments(segment(text), options)
}

/** Reads a page with other weights than the checked-in ones: for learning and scoring. */
export function readPageWith(text: string, model: Model): PageReading {
  return readSegments(segment(text, model), {})
}

/** The reading of a page that is already cut. */
export function readSegments(cut: Segmentation, options: ReadPageOptions): PageReading {
  const roles: LineRole[] = cut.lines.map((line) =>
    roleOf(line, { headline: null, kind: 'article', tableOrVerse: null }),
  )
  const articles: ArticleReading[] = []
  for (const { start, end, confidence } of cut.spans) {
    const read = readArticle(cut.lines.slice(start, end), confidence)
    for (let at = start; at < end; at++) roles[at] = read.roles[at - start]!
    articles.push(read.article)
  }
  const lines: LineReading[] = []
  let next = 0
  for (let index = 0; index < cut.source.length; index++) {
    const text = cut.source[index]!
    const line = cut.lines[next]
    if (line?.line === index + 1) {
      const { article, confidence } = line
      lines.push({ line: index + 1, text, role: roles[next]!, article, confidence, evidence: [] })
      next++
    } else lines.push({ line: index + 1, text, role: 'blank', article: null, confidence: 1, evidence: [] })
  }
  const diagnostics = [
    ...pageDoubts(cut.lines, { roles, articles, page: options.page }),
    ...articles.flatMap((one) => one.diagnostics),
  ]
  return {
    lines,
    articles,
    folio: readFolio(cut.lines),
    joins: articles.flatMap(({ joins }) => joins),
    diagnostics: diagnostics.sort((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0)),
  }
}

function pageDoubts(
  lines: readonly LabelledLine[],
  {
    roles,
    articles,
    page,
  }: { roles: readonly LineRole[]; articles: readonly ArticleReading[]; page: string | undefined },
): Diagnostic[] {
  const found: Diagnostic[] = []
  for (let at = 0; at < lines.length; at++) {
    if (roles[at] !== 'fragment') continue
    let end = at
    while (roles[end + 1] === 'fragment') end++
    const [line, endLine] = [lines[at]!.line, lines[end]!.line]
    const place = { line, column: lines[at]!.offset + 1, endLine }
    found.push(diagnostic('article.orphanFragment', { line, endLine }, place))
    at = end
  }
  const own = page === undefined ? null : readPageNumber(page)
  for (const { jumpTo } of articles) {
    if (own !== null && jumpTo?.page === own)
      found.push(diagnostic('page.jumpsToItself', { page: own }, { line: jumpTo.line, column: 1 }))
  }
  return found
}
