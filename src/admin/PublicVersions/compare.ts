import { canonicalJson, type CanonicalContent } from '../../core/text/index.ts'
import { linesOf } from '../StaleArticle/differences.ts'

/** The parts of a text, in the order in which they are read. */
export const textParts = [
  ...(['kicker', 'headline', 'deck', 'authors', 'bylineRaw', 'dateline', 'body'] as const),
  ...(['pictures', 'photoCredits'] as const),
] as const satisfies readonly (keyof CanonicalContent)[]

export type TextPart = (typeof textParts)[number]

/** A part that differs, with the lines that only one of the two texts has. */
export interface Change {
  part: TextPart
  before: string[]
  after: string[]
}

/** Where one text differs from another, part by part; a paragraph that was changed stands on both sides. */
export function compare(before: CanonicalContent, after: CanonicalContent): Change[] {
  return textParts.flatMap((part): Change[] => {
    if (canonicalJson(before[part]) === canonicalJson(after[part])) return []
    const [old, now] = [linesOf(before[part]), linesOf(after[part])]
    const changed = {
      before: old.filter((line) => !now.includes(line)),
      after: now.filter((line) => !old.includes(line)),
    }
    // Only the order changed, or only a mark such as bold: then all of it is shown.
    const unseen = changed.before.length === 0 && changed.after.length === 0
    return [{ part, ...(unseen ? { before: old, after: now } : changed) }]
  })
}

/** The parts of a text that say something, as lines. */
export function partsOf(text: CanonicalContent): { part: TextPart; lines: string[] }[] {
  return textParts
    .map((part) => ({ part, lines: linesOf(text[part]) }))
    .filter(({ lines }) => lines.length > 0)
}
