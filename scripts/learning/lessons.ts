import { readSet, type GoldPage } from './gold.ts'
import { lessonOf } from './teach.ts'
import { learn, type Effort } from './train.ts'
import type { Model } from '../../src/core/transcript/model.ts'

/** How hard the checked-in weights are learned; the same everywhere, so that scoring scores what is shipped. */
export const effort: Effort = { passes: 8, rate: 0.2, decay: 1 }

/** The pages that may be learned from: never `train-city`, which is kept to be scored unseen. */
export const lessonPages = (): GoldPage[] => [...readSet('train'), ...readSet('train-noisy')]

/** Learns from pages. */
export function learnFrom(pages: readonly GoldPage[]): Model {
  return learn(
    pages.map((page) => lessonOf(page)),
    effort,
  )
}
