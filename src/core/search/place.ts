import { dayOf, storedDay } from '../days.ts'

/** The years of which days can be told apart; what is older or younger stands at their ends. */
export const searchedYears = { first: 1800, last: 2158 } as const
const firstDay = Date.UTC(searchedYears.first, 0, 1)
const msOfDay = 86_400_000
/** 17 bits of days (to 2158), 12 of pages, 10 of order on the page, 14 that tell the rest apart: 53, a safe integer. */
const days = 2 ** 17
const pages = 2 ** 12
const orders = 2 ** 10
/** By so much the sequences of two sections' first pages differ. */
const pagesOfSection = 1000
/** How many articles can share a day, a page and an order. */
export const rests = 2 ** 14
const placesOfDay = pages * orders * rests

/**
 * Where an article stands among all: a lower number is a later day, then a page further to the front, then higher up on
 * the page; what is left is told apart by the id. So the newest articles come first in an index by this number.
 */
export function placeOf(article: { id: string; day: string; sequence: number; order: number }): number {
  const page = pageOf(article.sequence)
  const order = clamp(article.order, orders)
  return startOfDay(article.day) + (page * orders + order) * rests + (hash(article.id) % rests)
}

/** A page's sequence in 12 bits: 999 pages without a section, then 99 of each section from A to AC. See `pageSequence`. */
function pageOf(sequence: number): number {
  const [section, page] = [Math.floor(sequence / pagesOfSection), sequence % pagesOfSection]
  return section === 0 ? page : clamp(900 + section * 100 + Math.min(page, 99), pages)
}

/** The places of all articles from one day to another, both included; a bound that is not given is open. */
export function placesBetween(from: string | null, to: string | null): { first: number; last: number } {
  return {
    first: to === null ? 0 : startOfDay(to),
    last: from === null ? Number.MAX_SAFE_INTEGER : startOfDay(from) + placesOfDay - 1,
  }
}

/** How many days the first stretch has at the least, and how many times as many as all before it each next one may have. */
const [daysOfStretch, growth] = [16, 4]
const daysOfYear = 365

/**
 * Parts a range of places into stretches, the newest first: whoever wants the newest matches alone reads hardly further than
 * they reach. The next one is as long as what was found so far lets expect, and a little longer. A stretch is part of one
 * year, or else it ends with a year.
 * @param range both included; `first` should be the place of an article, for the stretches begin there
 * @param matches how many are wanted, how many were found in the stretches so far, and in how many days so many stand at best
 */
export function* stretchesOf(
  range: { first: number; last: number },
  matches: { wanted: number; found: () => number; days?: number },
): Generator<typeof range> {
  let { first } = range
  let length = Math.max(daysOfStretch, Math.ceil(matches.days ?? 0))
  while (first <= range.last) {
    const end = first + length * placesOfDay - 1
    const [year, reached] = [yearOfPlace(first), yearOfPlace(end)]
    const last = reached === year ? end : placesOfYear(length < daysOfYear ? year : reached).last
    yield { first, last: Math.min(range.last, last) }
    first = last + 1
    const [seen, found] = [daysOf({ first: range.first, last }), matches.found()]
    const expected = 1.25 * seen * ((matches.wanted - found) / Math.max(found, 1))
    length = Math.ceil(Math.min(Math.max(daysOfStretch, expected), growth * seen))
  }
}

/** How many days a range of places has, both included, in parts of days as well. */
export function daysOf({ first, last }: { first: number; last: number }): number {
  return (last + 1 - first) / placesOfDay
}

/** The places of a year's articles. */
export function placesOfYear(year: number): { first: number; last: number } {
  const name = String(year).padStart(4, '0')
  return placesBetween(`${name}-01-01`, `${name}-12-31`)
}

/** The year of a place. */
export function yearOfPlace(place: number): number {
  const number = days - 1 - Math.floor(place / placesOfDay)
  return new Date(firstDay + number * msOfDay).getUTCFullYear()
}

function startOfDay(day: string): number {
  const date = Date.parse(storedDay(dayOf(day) ?? '1800-01-01'))
  return (days - 1 - clamp((date - firstDay) / msOfDay, days)) * placesOfDay
}

function clamp(value: number, end: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(0, Math.floor(value)), end - 1) : end - 1
}

/** FNV-1a: the same for the same id, everywhere and for ever. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  // The upper bits are mixed better than the lower ones.
  return value >>> 18
}
