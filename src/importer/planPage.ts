import { matchParts, type PartText } from './matchParts.ts'
import type { StoredArticle } from './storePort.ts'

/** An article that an earlier transcript of the page gave. */
export interface EarlierPart extends PartText {
  /** Null when a person has deleted it since. */
  stored: StoredArticle | null
}

/** What is to become of one article of a page, by index into what is read now and into what was there before. */
export type PlannedArticle =
  | { action: 'create'; now: number }
  /** Its lines say the same as before: only their numbers may have changed. */
  | { action: 'same'; now: number; before: number }
  | { action: 'update'; now: number; before: number }
  /** Its source changed, but a person has worked on it: both texts are kept, and a person decides. */
  | { action: 'keep'; now: number; before: number }
  /** A person deleted it; it does not come back by itself. */
  | { action: 'leaveDeleted'; now: number; before: number }
  /** The source has it no more. */
  | { action: 'remove'; before: number }
  /** The source has it no more, but a person has worked on it. */
  | { action: 'spare'; before: number }

/** Compares a page as it is read now with what an earlier transcript of it gave. Decides, writes nothing. */
export function planPage(now: readonly PartText[], before: readonly EarlierPart[]): PlannedArticle[] {
  const matches = before.length === 0 ? now.map(() => null) : matchParts(before, now)
  const planned = now.map((part, index): PlannedArticle => {
    const match = matches[index] ?? null
    if (match === null) return { action: 'create', now: index }
    const { stored, text } = before[match]!
    const pair = { now: index, before: match }
    if (!stored) return { action: 'leaveDeleted', ...pair }
    if (sameText(text, part.text)) return { action: 'same', ...pair }
    return { action: stored.state === 'asImported' ? 'update' : 'keep', ...pair }
  })
  const left = before.flatMap(({ stored }, index): PlannedArticle[] => {
    if (matches.includes(index) || !stored) return []
    return [{ action: stored.state === 'asImported' ? 'remove' : 'spare', before: index }]
  })
  return [...planned, ...left]
}

function sameText(one: string, other: string): boolean {
  const lines = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n')
  return lines(one) === lines(other)
}
