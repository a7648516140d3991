import type { CanonicalContent } from './canonicalContent.ts'
import { canonicalJson } from './canonicalJson.ts'
import { countCharacters, visibleCharacters } from './countCharacters.ts'
import { editDistance } from './editDistance.ts'
import { currencies, numerals } from './numerals.ts'

/** Why a change is more than a correction of the text. */
export const changeReasons = [
  'headline',
  'author',
  'dateline',
  'number',
  'currency',
  'block',
  'link',
  'extent',
] as const
export type ChangeReason = (typeof changeReasons)[number]

/** A change measured. Without reasons it is in class: a correction that a proofreader may make. */
export interface ChangeClass {
  reasons: readonly ChangeReason[]
  /** Characters put in, taken out or exchanged. */
  changed: number
  /** Characters of the text it is compared with. */
  total: number
}

/** 2 %: above it a proofreader's corrections reopen the article. */
export const extentLimit = 0.02

/**
 * Compares a text in proof with the one that was signed off, never with an intermediate one: many small corrections
 * count together. Kicker and deck are part of the headline, picture credits of the authors; a picture or a
 * link that changed is no correction of the text; marks like bold are.
 */
export function classifyChange(signedOff: CanonicalContent, current: CanonicalContent): ChangeClass {
  const before = textsOf(signedOff)
  const after = textsOf(current)
  const total = countCharacters(before.join('\n'))
  const changed = changedCharacters(before, after)
  const differs = (part: (content: CanonicalContent) => unknown): boolean =>
    canonicalJson(part(signedOff)) !== canonicalJson(part(current))
  const reasons: Record<ChangeReason, boolean> = {
    headline: differs(({ kicker, headline, deck }) => [kicker, headline, deck]),
    author: differs((content) => [
      content.authors,
      content.bylineRaw,
      content.photoCredits,
      content.pictures.map(({ credit }) => credit),
    ]),
    dateline: differs(({ dateline }) => dateline),
    number: differs((content) => [numerals(textsOf(content).join('\n')), raisedDigits(content)]),
    currency: differs((content) => currencies(textsOf(content).join('\n'))),
    block: differs(shapeOf),
    link: differs(linksOf),
    extent: changed > total * extentLimit,
  }
  return { reasons: changeReasons.filter((reason) => reasons[reason]), changed, total }
}

function textsOf(content: CanonicalContent): string[] {
  const { kicker, headline, deck, dateline, bylineRaw, pictures, body } = content
  return [
    ...[kicker, headline, deck, dateline.agency, dateline.place, dateline.date, bylineRaw],
    ...pictures.map(({ caption }) => caption),
    ...body.map((block) => (isText(block.type) ? block.text : '')),
  ]
}

/** Which blocks and pictures there are, and of what is not text all that it says. */
function shapeOf({ pictures, body }: CanonicalContent): unknown {
  return [
    pictures.map(({ media, caption }) => [media, caption === '']),
    body.map(({ type, text, data, marks }) => [
      type,
      data,
      isText(type) ? '' : text,
      marks.filter(({ mark }) => mark.startsWith('node:')).map(({ mark }) => mark),
    ]),
  ]
}

function linksOf({ body }: CanonicalContent): unknown {
  return body
    .flatMap(({ marks }) => marks.filter(({ mark }) => mark.startsWith('link:')))
    .map(({ mark }) => mark)
}

/** Digits set above or below the line: 10² and 102 are the same characters. */
function raisedDigits({ body }: CanonicalContent): unknown {
  return body.flatMap(({ text, marks }) =>
    marks
      .filter(({ mark, start, end }) => /^su[bp]/.test(mark) && /\p{N}/u.test(text.slice(start, end)))
      .map(({ mark, start, end }) => [mark, text.slice(start, end)]),
  )
}

function isText(type: string): boolean {
  return !type.startsWith('upload:')
}

/** Part by part where the parts are the same in number, as a whole where they are not. */
function changedCharacters(before: readonly string[], after: readonly string[]): number {
  if (before.length !== after.length)
    return editDistance(visibleCharacters(before.join('')), visibleCharacters(after.join('')))
  return before.reduce(
    (sum, text, index) =>
      text === after[index]
        ? sum
        : sum + editDistance(visibleCharacters(text), visibleCharacters(after[index]!)),
    0,
  )
}
