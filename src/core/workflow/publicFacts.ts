import type { Correction } from './types.ts'

/** What was put right, as readers are told. Times are ISO 8601 in UTC. */
export interface PublicCorrection {
  kind: Correction['kind']
  note: string
  at: string
}

/** What a public copy says of itself beside its text. */
export interface PublicFacts {
  /** When readers first saw it here. */
  publishedAt: string
  /** 见报日期: the day of the issue with which it appeared, as days are stored; null of one that appeared without. */
  printedOn: string | null
  /** When it was last put right; null for the first version. */
  modifiedAt: string | null
  /** 1 at first, one more with each correction. */
  version: number
  /** Oldest first. */
  corrections: readonly PublicCorrection[]
}

/** What the next public copy says, from the last one and the correction that leads to it, if one does. */
export function nextPublicFacts(
  last: Partial<PublicFacts>,
  { correction, at }: { correction: Correction | null; at: string },
): PublicFacts {
  const { corrections = [], printedOn = null } = last
  if (!last.publishedAt || !correction) {
    return { publishedAt: last.publishedAt ?? at, printedOn, modifiedAt: null, version: 1, corrections }
  }
  const { kind, note } = correction
  return {
    ...{ publishedAt: last.publishedAt, printedOn },
    modifiedAt: at,
    version: (last.version ?? 1) + 1,
    corrections: [...corrections, { kind, note: note ?? '', at }],
  }
}
