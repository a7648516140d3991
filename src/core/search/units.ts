import { elementsOf, standsAlone } from './elements.ts'
import { leadLength, tiers, type SearchEntry, type SearchText, type Tier } from './entry.ts'
import type { Phrase } from './query.ts'

/**
 * What the databases index. A unit is an element or two neighbours, so that a phrase of one or two elements is one
 * look-up however often its characters occur, and a longer one is its pairs, one after the other. An element never has
 * punctuation or symbols in it: these signs are no elements and cannot be mistaken for one.
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

/** Two neighbours as one unit. */
function pair(one: string, other: string): string {
  return standsAlone(one) && standsAlone(other) ? one + other : one + joint + other
}

/** The pairs of each paragraph, in order. */
export function pairsOf(paragraphs: Paragraphs): string[][] {
  return paragraphs.map((elements) =>
    elements.slice(1).map((element, index) => pair(elements[index]!, element)),
  )
}

/** Each element that occurs, once. */
export function singlesOf(paragraphs: Paragraphs): string[] {
  return [...new Set(paragraphs.flat())]
}

/** A unit under the mark of its tier. */
export function marked(tier: Tier, unit: string): string {
  return marks[tier] + unit
}

/** A phrase as units: itself if it is one element, else its pairs in order. */
export function unitsOfPhrase(phrase: Phrase): string[] {
  return phrase.length === 1 ? [...phrase] : pairsOf([phrase])[0]!
}

/** All units of an article, each once: those of all tiers and those of its scope. For an index over sets. */
export function unitSet(entry: SearchEntry): string[] {
  const paragraphs = paragraphsByTier(entry.text)
  const units = tiers.flatMap((tier) =>
    [...singlesOf(paragraphs[tier]), ...pairsOf(paragraphs[tier]).flat()].map((unit) => marked(tier, unit)),
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

/** A page by its number or name; null when that has neither letter nor digit, and so cannot be any page's. */
export function pageUnit(label: string): string | null {
  const elements = elementsOf(label).map((element) => element.text)
  return elements.length === 0 ? null : `§g${elements.join(joint)}`
}

/** Ids of other shapes (UUIDs) hold hyphens, which would part a unit. */
function plain(id: string): string {
  return id.replace(/[^a-zA-Z0-9]/g, joint)
}

/** Paragraphs as one text in which `holdsPhrase` looks. */
export function textOf(paragraphs: Paragraphs): string {
  return paragraphs.map((elements) => `${joint}${elements.join(joint)}${joint}`).join(paragraphBreak)
}

/** Whether a phrase stands in a text of `textOf`. */
export function holdsPhrase(text: string, phrase: Phrase): boolean {
  return text.includes(`${joint}${phrase.join(joint)}${joint}`)
}
