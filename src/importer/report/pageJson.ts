import type { ArticleReading, JumpReading } from '../../core/transcript/index.ts'
import type { Language } from '../../translations/index.ts'
import type { ReadPage } from '../types.ts'
import { messageOf } from './diagnosticLine.ts'

/** A page as `--json` prints it; lines count the file's. Absent values are null. */
export function pageJson(page: ReadPage, language: Language): object {
  return {
    file: page.file.name,
    page: pageValue(page.number),
    articles: page.reading.articles.map((article) =>
      articleJson(article, { before: page.linesBefore, language }),
    ),
  }
}

function articleJson(
  article: ArticleReading,
  { before, language }: { before: number; language: Language },
): object {
  const { headline, kicker, deck, authors, photoCredits, startLine, endLine, jumpTo, jumpFrom } = article
  return {
    headline,
    kicker,
    deck: deck.length > 0 ? deck : null,
    authors: authors.map(({ name }) => name),
    photoCredits,
    startLine: startLine + before,
    endLine: endLine + before,
    jumpTo: jumpJson(jumpTo),
    jumpFrom: jumpJson(jumpFrom),
    joins: article.joins.map(([one, other]) => [one + before, other + before]),
    truncated: article.truncated,
    warnings: article.diagnostics.map((found) => ({
      code: found.code,
      severity: found.severity,
      line: (found.place?.line ?? startLine) + before,
      column: found.place?.column ?? 1,
      message: messageOf(found, language),
    })),
  }
}

function jumpJson(jump: JumpReading | null): { page: number | string } | null {
  return jump && { page: pageValue(jump.page) }
}

/** 3 as a number, A3 as it is. */
function pageValue(number: string): number | string {
  return /^\d+$/.test(number) ? Number(number) : number
}
