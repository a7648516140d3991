import { commonPairs, type CommonPairs } from '../../src/core/transcript/cohesion.ts'
import { fold } from '../../src/core/transcript/fold.ts'
import type { Model } from '../../src/core/transcript/model.ts'
import { composePage, stockOf } from './compose.ts'
import type { MarkedLine } from './marked.ts'
import { damagePage } from './damage.ts'
import { readSet, type GoldPage } from './gold.ts'
import { labelsOf, lessonOf, lessonOfMarked } from './teach.ts'
import { learn, meanOf, randomFrom, strongFeatures, type Effort, type Lesson } from './train.ts'

/** How the checked-in weights are learned; the same everywhere, so that scoring scores what is shipped. */
export const effort: Effort = { passes: 9, rate: 0.2, decay: 4 }

/** How many pages are made beside the real ones, and how much one of them counts. */
export interface Making {
  /** Damaged copies of each page of `train`. */
  copies: number
  /** Pages composed of real articles and of the pieces in blocks.txt. */
  composed: number
  copyWeight: number
  composedWeight: number
}

/** What `npm run learn` makes. */
export const making: Making = { copies: 4, composed: 600, copyWeight: 0.5, composedWeight: 0.5 }

/** The pages that may be learned from: never `train-city`, which is kept to be scored unseen. */
export const lessonPages = (): GoldPage[] => [...readSet('train'), ...readSet('train-noisy')]

/** The lessons that pages give: themselves, damaged copies of the clean ones, and composed pages, as `seed` draws them. */
export function lessonsOf(
  pages: readonly GoldPage[],
  common: CommonPairs,
  { seed, ...make }: Making & { seed: number },
): Lesson[] {
  const random = randomFrom(seed)
  const lessons = pages.map((page) => lessonOf(page, common))
  const clean = pages.filter(({ set }) => set === 'train')
  if (clean.length === 0) return lessons
  const lines = clean.map((page) => labelsOf(page))
  for (const page of lines) {
    for (let copy = 0; copy < make.copies; copy++)
      lessons.push(lessonOfMarked(damagePage(page, random), common, make.copyWeight))
  }
  const stock = stockOf(clean)
  const articles = lines.flatMap((page) => articlesOf(page)).filter(({ length }) => length <= 14)
  for (let at = 0; at < make.composed; at++) {
    const page = composePage(stock, articles, random)
    lessons.push(
      lessonOfMarked(random() < 0.5 ? damagePage(page, random) : page, common, make.composedWeight),
    )
  }
  return lessons
}

function articlesOf(page: readonly (MarkedLine & { article: number | null })[]): MarkedLine[][] {
  const found = new Map<number, MarkedLine[]>()
  for (const line of page) {
    if (line.article === null) continue
    const list = found.get(line.article) ?? []
    list.push(line)
    found.set(line.article, list)
  }
  return [...found.values()]
}

/** Pairs of characters that stand in at least one of a hundred lines of the clean pages, one after the other. */
export function commonest(pages: readonly GoldPage[]): string {
  const counts = new Map<string, number>()
  let lines = 0
  for (const { text, set } of pages) {
    if (set !== 'train') continue
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue
      lines++
      for (const pair of new Set(pairsOf(fold(line)))) {
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
    }
  }
  return [...counts]
    .filter(([, times]) => times * 100 >= lines)
    .map(([pair]) => pair)
    .sort()
    .join('')
}

function pairsOf(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    if (/^[\u3400-\u9fff]{2}$/.test(pair)) found.push(pair)
  }
  return found
}

/** A feature none of whose weights is this strong is left out of the table: it told the lessons apart, not pages. */
const floor = 0.2
const seeds = [19, 20] as const

/**
 * Learns from pages: once with all features, then again with those that proved strong, so that they take over what
 * the others said. The second time from two draws of made pages, and the mean of them is kept: what depends on the
 * luck of a draw cancels out.
 */
export function learnFrom(pages: readonly GoldPage[], make: Making = making): Model {
  const pairs = commonest(pages)
  const draws = seeds.map((seed) => lessonsOf(pages, commonPairs(pairs), { ...make, seed }))
  const strong = strongFeatures(learn(draws[0]!, effort, pairs), floor)
  return meanOf(
    draws.map((lessons) =>
      learn(
        lessons.map((one) => only(one, strong)),
        effort,
        pairs,
      ),
    ),
  )
}

const only = (lesson: Lesson, strong: ReadonlySet<number>): Lesson => ({
  ...lesson,
  features: lesson.features.map((ids) => ids.filter((id) => strong.has(id))),
})
