/**
 * What the page grammar tells apart. A line's label says where it stands in an article; its role (see
 * `LineRole`) is then read from the label and the line's own cues.
 */
export const labels = [
  'apart',
  'kicker',
  'headline',
  'under',
  'byline',
  'opening',
  'body',
  'inset',
  'closing',
] as const
/** One of `labels`. */
export type Label = (typeof labels)[number]

/** The number of a label, its index in `labels`. */
export const labelNumber = Object.fromEntries(labels.map((label, index) => [label, index])) as Record<
  Label,
  number
>

const afterHeading: Label[] = ['under', 'byline', 'body', 'inset', 'closing']
const anywhere: Label[] = ['apart', 'kicker', 'headline', 'opening', 'body', 'inset', 'closing']

/**
 * The page grammar: which label may follow which. An article opens with a headline, kickers and a headline, or,
 * where it has none, with its first paragraph; decks and bylines stand only under a headline.
 */
export const mayFollow: Record<Label | 'start', readonly Label[]> = {
  start: ['apart', 'kicker', 'headline', 'opening'],
  apart: ['apart', 'kicker', 'headline', 'opening'],
  kicker: ['kicker', 'headline'],
  headline: afterHeading,
  under: [...afterHeading, 'kicker', 'headline', 'apart'],
  byline: [...afterHeading, 'kicker', 'headline', 'apart'],
  opening: anywhere,
  body: anywhere,
  inset: anywhere,
  closing: anywhere,
}

/** Whether a label begins an article, given the label before it. */
export function beginsArticle(label: number, before: number | null): boolean {
  if (label === labelNumber.kicker) return before !== labelNumber.kicker
  if (label === labelNumber.headline) return before !== labelNumber.kicker
  return label === labelNumber.opening
}
