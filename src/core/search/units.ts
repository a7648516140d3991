import { pageNumber } from '../pageNumbers.ts'
import { elementsOf, standsAlone } from './elements.ts'
import { leadLength, tiers, type SearchEntry, type SearchText, type Tier } from './entry.ts'
import type { Phrase } from './query.ts'

/**
 * What the databases index. A unit is an element or a few neighbours, so that a short phrase is one look-up however often
 * its characters occur, and a longer one is its longest units, one after the other. An element never has punctuation or
 * symbols in it: these signs are no elements and cannot be mistaken for one.
 */
const joint = '·'
/** Stands before a unit and says which part of the article it is of. */
const marks: Readonly<Record<Tier, string>> = { headline: '¬', heads: '¦', lead: '¤', anywhere: '' }
/** Stands between paragraphs. */
export const paragraphBreak = '¶'

/** Elements of each paragraph. */
export type Paragraphs = readonly (readonly string[])[]

/** What is looked at in each tier; each holds the one before it. */
export function paragraphsByTier(text: SearchText): Record<Tier, Paragraphs> {
  const cut = (paragraphs: readonly string[]) =>
    paragraphs
      .map((paragraph) => elementsOf(paragraph).map((element) => element.text))
      .filter((elements) => elements.length > 0)
  const headline = cut(text.headline)
  const heads = [...headline, ...cut(text.heads)]
  const body = cut(text.body)
  const lead = body[0] ? [...heads, body[0].slice(0, leadLength)] : heads
  return { headline, heads, lead, anywhere: [...heads, ...body] }
}

/** Neighbours as one unit. */
function joined(elements: readonly string[]): string {
  const together = (index: number) => standsAlone(elements[index - 1]!) && standsAlone(elements[index]!)
  return elements
    .map((element, index) => (index === 0 || together(index) ? element : joint + element))
    .join('')
}

/** All runs of so many neighbours in each paragraph, in order. */
export function runsOf(paragraphs: Paragraphs, length: number): string[][] {
  return paragraphs.map((elements) =>
    elements.slice(length - 1).map((_, start) => joined(elements.slice(start, start + length))),
  )
}

/** Each run that occurs, once. */
export function runSetOf(paragraphs: Paragraphs, length: number): string[] {
  return [...new Set(runsOf(paragraphs, length).flat())]
}

/** A unit under the mark of its tier. */
export function marked(tier: Tier, unit: string): string {
  return marks[tier] + unit
}

/**
 * A phrase as units: itself if it is no longer than the longest unit, else all runs of that length in order.
 * @param longest how many elements the longest units have
 */
export function unitsOfPhrase(phrase: Phrase, longest: number): string[] {
  return runsOf([phrase], Math.min(phrase.length, longest))[0]!
}

/**
 * How many elements the longest units of an index over sets have. Three anywhere, for the commonest pairs stand together in
 * every other article though not side by side; a lead is short enough for pairs.
 */
export const longestInSet: Readonly<Record<Tier, number>> = { headline: 2, heads: 2, lead: 2, anywhere: 3 }

/** All units of an article, each once: those of all tiers and those of its scope. For an index over sets. */
export function unitSet(entry: SearchEntry): string[] {
  const paragraphs = paragraphsByTier(entry.text)
  const units = tiers.flatMap((tier) =>
    Array.from({ length: longestInSet[tier] }, (_, shorter) =>
      runSetOf(paragraphs[tier], shorter + 1).map((unit) => marked(tier, unit)),
    ).flat(),
  )
  return [...new Set([...units, ...scopeUnits(entry)])]
}

/** Units that narrow a search to a publication, to pages and to authors. */
export function scopeUnits({ publication, pages, authors }: SearchEntry): string[] {
  const names = pages.flatMap(({ number, name }) => (name === null ? [number] : [number, name]))
  return [
    publicationUnit(publication),
    ...new Set(names.map(pageUnit).filter((unit) => unit !== null)),
    ...new Set(authors.map(authorUnit)),
  ]
}

export function publicationUnit(id: string): string {
  return `§p${plain(id)}`
}

export function authorUnit(id: string): string {
  return `§a${plain(id)}`
}

/** What is asked of a page by its number or name: 01 is page 1. */
export function askedPage(label: string): string {
  return pageNumber(label) ?? label
}

/** A page by its number or name; null when that has neither letter nor digit, and so cannot be any page's. */
export function pageUnit(label: string): string | null {
  const elements = elementsOf(label).map((element) => element.text)
  return elements.length === 0 ? null : `§g${elements.join(joint)}`
}

/** Ids of other shapes (UUIDs) hold hyphens, which would part a unit. */
function plain(id: string): string {
  return id.replace(/[^a-zA-Z0-9]/g, joint)
}

/** Paragraphs as one text in which a phrase is looked for as `joinedPhrase`. */
export function textOf(paragraphs: Paragraphs): string {
  return paragraphs.map((elements) => `${joint}${elements.join(joint)}${joint}`).join(paragraphBreak)
}

/** What a text of `textOf` holds where the phrase stands in it. */
export function joinedPhrase(phrase: Phrase): string {
  return `${joint}${phrase.join(joint)}${joint}`
}
