import type { Payload } from 'payload'

import { countFacets, type FacetCount } from '../../core/search/index.ts'
import type { Probed, StoreAnswer } from '../../database/search/index.ts'
import type { Slugs } from '../../options.ts'
import { publicAuthors, type PublicationRow } from './searchedNames.ts'

export interface SearchFacet {
  /** `all`: exact; `each`: each value by itself, as far as `more` says; `newest`: among the newest results alone. */
  counted: 'all' | 'each' | 'newest'
  values: (FacetCount & { label: string })[]
}

export interface SearchFacets {
  publication: SearchFacet
  year: SearchFacet
  page: SearchFacet
  author: SearchFacet
}

/** Counts as they are told: publications by slug, authors by id and name; who is not public is not named. */
export async function searchFacetsOf(args: {
  payload: Payload
  slugs: Slugs
  answer: StoreAnswer
  publications: readonly PublicationRow[]
}): Promise<SearchFacets> {
  const { payload, slugs, answer, publications } = args
  const { rows, more, probed } = answer
  const counted = countFacets(rows)
  const authorIds = counted.author.map(({ value }) => value)
  const names = new Map(
    authorIds.length === 0
      ? []
      : (await publicAuthors(payload, { slugs, where: { id: { in: authorIds } } })).map(({ id, name }) => [
          id,
          name,
        ]),
  )
  const counts = (values: readonly Probed[]): FacetCount[] =>
    values.map(({ value, count, more: further }) => ({ value, count, ...(further ? { more: true } : {}) }))
  const slugOf = new Map(publications.map(({ id, slug, name }) => [id, { slug, name }]))
  return {
    publication: {
      counted: more ? 'each' : 'all',
      values: (probed ? counts(probed.publications) : counted.publication).flatMap((one) => {
        const known = slugOf.get(one.value)
        return known ? [{ ...one, value: known.slug, label: known.name }] : []
      }),
    },
    year: {
      counted: more ? 'each' : 'all',
      values: (probed ? counts(probed.years) : counted.year).map((one) => ({ ...one, label: one.value })),
    },
    page: {
      counted: more ? 'newest' : 'all',
      values: counted.page.map((one) => ({ ...one, label: one.value })),
    },
    author: {
      counted: more ? 'newest' : 'all',
      values: counted.author.flatMap((one) => {
        const name = names.get(one.value)
        return name === undefined ? [] : [{ ...one, label: name }]
      }),
    },
  }
}
