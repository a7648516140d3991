import type { PageReading } from '../../src/core/transcript/types.ts'
import type { Predicted } from './measure.ts'

/** A reading in the shape that is scored. */
export function predictions(reading: PageReading): Predicted[] {
  const jump = (one: { page: string } | null): { page: number } | null =>
    one ? { page: Number(one.page.replace(/\D/g, '')) } : null
  return reading.articles.map((article) => ({
    headline: article.headline,
    authors: article.authors.map(({ name }) => name),
    startLine: article.startLine,
    endLine: article.endLine,
    jumpTo: jump(article.jumpTo),
    jumpFrom: jump(article.jumpFrom),
    joins: article.joins,
  }))
}
