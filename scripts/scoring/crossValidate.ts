import { readPageWith } from '../../src/core/transcript/readPage.ts'
import type { Model } from '../../src/core/transcript/model.ts'
import { readSet, type GoldPage } from '../learning/gold.ts'
import { learnFrom, lessonPages } from '../learning/lessons.ts'
import { addTally, emptyTally, measure, type Predicted, type Tally } from './measure.ts'
import { predictions } from './predict.ts'

/** Everything that was scored: tallies by name, and what was predicted for each page. */
export interface Scored {
  /** `train`, `train-noisy`, `train-city`, `seeds`, `fold 1`…, `noise KIND`. */
  tallies: Map<string, Tally>
  pages: { page: GoldPage; predicted: Predicted[] }[]
}

/** How many folds the dates are dealt into. */
export const foldCount = 5

/**
 * Scores every set. `train` and `train-noisy` in folds by date: a page is read with weights learned from the pages of
 * other dates alone, so that no damaged copy of it, and no text of its date, was learned from. `train-city` and the
 * seeds are read with weights learned from all of both, which they are no part of.
 */
export function crossValidate(progress: (words: string) => void): Scored {
  const scored: Scored = { tallies: new Map(), pages: [] }
  const pages = lessonPages()
  const dates = [...new Set(pages.filter(({ set }) => set === 'train').flatMap((page) => page.dates))].sort()
  for (let fold = 0; fold < foldCount; fold++) {
    const held = new Set(dates.filter((_, at) => at % foldCount === fold))
    progress(`fold ${fold + 1} of ${foldCount}`)
    const model = learnFrom(pages.filter((page) => !page.dates.some((date) => held.has(date))))
    for (const page of pages) {
      const own = /\d{4}-\d{2}-\d{2}/.exec(page.id)?.[0] ?? ''
      if (held.has(own)) score(page, { model, names: namesOf(page, fold), scored })
    }
  }
  progress('all dates, for train-city and the seeds')
  const model = learnFrom(pages)
  for (const set of ['train-city', 'seeds']) {
    for (const page of readSet(set)) score(page, { model, names: [set], scored })
  }
  return scored
}

function namesOf(page: GoldPage, fold: number): string[] {
  return page.set === 'train'
    ? ['train', `fold ${fold + 1}`]
    : ['train-noisy', `noise ${page.id.split('__')[1]}`]
}

function score(
  page: GoldPage,
  { model, names, scored }: { model: Model; names: string[]; scored: Scored },
): void {
  const predicted = predictions(readPageWith(page.text, model))
  const tally = measure(page, predicted)
  for (const name of names) {
    const total = scored.tallies.get(name) ?? emptyTally()
    addTally(total, tally)
    scored.tallies.set(name, total)
  }
  scored.pages.push({ page, predicted })
}
