import { pageSequence } from '../core/pageNumbers.ts'
import { readPage, type ArticleReading } from '../core/transcript/index.ts'
import type { ArticlePart } from './composeArticle.ts'
import type { PlacementRow, StoreRows, TranscriptRow } from './storePort.ts'

/** A part with what its order in the article depends on. */
export interface PlacedPart extends ArticlePart {
  continued: boolean
  /** Number of its page. */
  page: string
}

/** Parts in reading order: where it begins, then its continuations by page. */
export function inReadingOrder(parts: readonly PlacedPart[]): PlacedPart[] {
  return [...parts].sort(
    (one, other) =>
      Number(one.continued) - Number(other.continued) || pageSequence(one.page) - pageSequence(other.page),
  )
}

/** The lines of a text from `startLine` to `endLine`, both counted from 1 and included. */
export function linesOf(text: string, part: { startLine: number; endLine: number }): string {
  return text
    .split('\n')
    .slice(part.startLine - 1, part.endLine)
    .join('\n')
}

/**
 * The parts of an article that stand on other pages, read again from their transcripts.
 * Null when one cannot be found there: then nobody but a person can put the article together.
 */
export async function partsElsewhere(
  rows: StoreRows,
  { article, except }: { article: string; except: string },
): Promise<PlacedPart[] | null> {
  const placements = await rows.placementsOf([article])
  const elsewhere = placements.filter(({ transcript }) => transcript !== null && transcript !== except)
  const numbers = await rows.pageNumbers(elsewhere.map(({ page }) => page))
  const parts: PlacedPart[] = []
  for (const placement of elsewhere) {
    const transcript = await rows.transcript(placement.transcript!)
    const page = numbers.get(placement.page)
    const reading = transcript && page ? readingAt(transcript, { placement, page }) : null
    if (!transcript || !page || !reading) return null
    parts.push({ reading, file: transcript.fileName, page, continued: placement.jump === 'in' })
  }
  return parts
}

function readingAt(
  transcript: TranscriptRow,
  { placement, page }: { placement: PlacementRow; page: string },
): ArticleReading | null {
  const { articles } = readPage(transcript.text, { page })
  return articles.find(({ startLine }) => startLine === placement.startLine) ?? null
}
