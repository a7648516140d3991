import { elementsOf } from './elements.ts'
import { tiers, type SearchEntry, type Tier } from './entry.ts'
import type { Phrase } from './query.ts'
import { paragraphsByTier, type Paragraphs } from './units.ts'

/** What a search is narrowed to; what is absent narrows nothing. Within `authors` any one is enough. */
export interface SearchScope {
  publication?: string
  authors?: readonly string[]
  /** A page's number or its name. */
  page?: string
  /** Days `YYYY-MM-DD`, both included. */
  from?: string
  to?: string
}

export interface Match {
  article: string
  tier: Tier
}

/**
 * What a search must find, said as plainly as can be: walks through every article and every element. The databases find
 * the same by their indexes; tests hold them to this.
 * @returns all matches, the best tier first and the newest first within a tier
 */
export function findPlainly(
  entries: readonly SearchEntry[],
  { phrases, scope = {} }: { phrases: readonly Phrase[]; scope?: SearchScope },
): Match[] {
  const found = entries.flatMap((entry) => {
    const tier = inScope(entry, scope) ? tierOf(entry, phrases) : null
    return tier === null ? [] : [{ entry, tier }]
  })
  found.sort(
    (one, other) =>
      tiers.indexOf(one.tier) - tiers.indexOf(other.tier) || one.entry.place - other.entry.place,
  )
  return found.map(({ entry, tier }) => ({ article: entry.article, tier }))
}

function tierOf({ text }: SearchEntry, phrases: readonly Phrase[]): Tier | null {
  const paragraphs = paragraphsByTier(text)
  return tiers.find((tier) => phrases.every((phrase) => standsIn(paragraphs[tier], phrase))) ?? null
}

function standsIn(paragraphs: Paragraphs, phrase: Phrase): boolean {
  return paragraphs.some((elements) =>
    elements.some((_, start) => phrase.every((element, index) => elements[start + index] === element)),
  )
}

function inScope(entry: SearchEntry, { publication, authors, page, from, to }: SearchScope): boolean {
  const named = (label: string) =>
    elementsOf(label)
      .map(({ text }) => text)
      .join(' ')
  if (publication !== undefined && entry.publication !== publication) return false
  if (authors !== undefined && !authors.some((author) => entry.authors.includes(author))) return false
  if (from !== undefined && entry.day < from) return false
  if (to !== undefined && entry.day > to) return false
  if (page === undefined) return true
  const asked = named(page)
  const names = entry.pages.flatMap(({ number, name }) => (name === null ? [number] : [number, name]))
  return asked !== '' && names.some((name) => named(name) === asked)
}
