import { canonicalContent, canonicalJson, type ArticleContent } from '../../core/text/index.ts'

/** The fields a person writes, each taken as a whole when two people wrote at once. */
export const writtenFields = [
  'kicker',
  'headline',
  'deck',
  'authors',
  'bylineRaw',
  'dateline',
  'body',
  'pictures',
  'photoCredits',
  'column',
  'truncated',
] as const
/** One of these fields. */
export type WrittenField = (typeof writtenFields)[number]

/** An article's text as the form or the API has it, related documents as ids. */
export type Text = ArticleContent & { column?: string | null; truncated?: boolean | null } & Record<
    string,
    unknown
  >

/** Whose version of a field goes on. */
export type Side = 'mine' | 'theirs'

/** One field in which my text and the present one differ, with what only one of them has. */
export interface Difference {
  field: WrittenField
  mine: string[]
  theirs: string[]
  /** Whoever changed the field; mine when both did. */
  suggested: Side
}

/**
 * Where my text and the present one differ. A field that I have not touched since `base`, the text that I began
 * from, is theirs by default: continuing must not undo what a colleague did.
 */
export function differences(texts: { mine: Text; theirs: Text; base: Text }): Difference[] {
  const [mine, theirs, base] = [texts.mine, texts.theirs, texts.base].map(comparable)
  if (!mine || !theirs || !base) return []
  return writtenFields.flatMap((field): Difference[] => {
    if (same(mine[field], theirs[field])) return []
    const [ours, others] = [mine[field], theirs[field]].map(linesOf)
    return [
      {
        field,
        mine: (ours ?? []).filter((line) => !others?.includes(line)),
        theirs: (others ?? []).filter((line) => !ours?.includes(line)),
        suggested: same(mine[field], base[field]) ? 'theirs' : 'mine',
      },
    ]
  })
}

/** My text with the fields that are to be theirs. */
export function merge(texts: { mine: Text; theirs: Text }, sides: ReadonlyMap<WrittenField, Side>): Text {
  const taken = writtenFields.filter((field) => sides.get(field) === 'theirs')
  return { ...texts.mine, ...Object.fromEntries(taken.map((field) => [field, texts.theirs[field]])) }
}

function comparable(text: Text): Record<WrittenField, unknown> {
  // A form says of a list without rows that it is 0, not that it is empty.
  const list = <T>(value: readonly T[] | null | undefined) => (Array.isArray(value) ? value : [])
  const { authors, pictures, photoCredits } = text
  return {
    ...canonicalContent({
      ...text,
      ...{ authors: list(authors), pictures: list(pictures), photoCredits: list(photoCredits) },
    }),
    column: (text.column ?? '').normalize('NFC'),
    truncated: text.truncated === true,
  }
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

/** A field's value as lines to show: paragraphs, names, captions. */
export function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(linesOf)
  if (typeof value === 'boolean') return [value ? '✓' : '✗']
  if (typeof value !== 'object' || value === null) return value === '' ? [] : [String(value)]
  if ('text' in value && typeof value.text === 'string') return value.text === '' ? [] : [value.text]
  const parts = Object.values(value).filter((part) => typeof part === 'string' && part !== '')
  return parts.length === 0 ? [] : [parts.join(' ')]
}
