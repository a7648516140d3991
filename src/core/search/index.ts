/** Full-text search of published articles, pure: what is found, in which order, what is shown of it. */
export { elementsOf, type Element } from './elements.ts'
export {
  tiers,
  type IndexedArticle,
  type SearchEntry,
  type SearchPage,
  type SearchText,
  type Tier,
} from './entry.ts'
export { countFacets, type FacetCount, type FacetRow, type Facets } from './facets.ts'
export { findPlainly, type Match, type SearchScope } from './find.ts'
export { highlight, snippetOf, type Snippet } from './highlight.ts'
export { knownCounts, type CappedCount } from './knownCounts.ts'
export {
  daysOf,
  placeOf,
  placesBetween,
  placesOfYear,
  rests,
  searchedYears,
  stretchesOf,
  yearOfPlace,
} from './place.ts'
export { longestQuery, mostPhrases, readQuery, type Phrase, type QueryProblem } from './query.ts'
export {
  askedPage,
  authorUnit,
  joinedPhrase,
  marked,
  pageUnit,
  paragraphBreak,
  paragraphsByTier,
  publicationUnit,
  scopeUnits,
  runSetOf,
  runsOf,
  textOf,
  longestInSet,
  unitSet,
  unitsOfPhrase,
} from './units.ts'
export { searchEntryOf } from './entryOf.ts'
export type { ShownArticle } from './shown.ts'
export { mostResults, readSearch, type SearchProblem, type SearchRequest } from './readSearch.ts'
