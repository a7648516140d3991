import { f1, type Tally } from './measure.ts'
import { foldCount, type Scored } from './crossValidate.ts'
import { mistakesOf } from './mistakes.ts'

const three = (value: number): string => value.toFixed(3)
const percent = (part: number, whole: number): string =>
  `${part} of ${whole} (${whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1)} %)`

/** The report of a scoring as Markdown: the table of what is wanted and reached, and what is still wrong, by kind. */
export function report(scored: Scored): string {
  const at = (name: string): Tally => {
    const tally = scored.tallies.get(name)
    if (!tally) throw new Error(`nothing was scored under ${name}`)
    return tally
  }
  const [train, noisy, city, seeds] = [at('train'), at('train-noisy'), at('train-city'), at('seeds')]
  const folds = Array.from({ length: foldCount }, (_, index) => f1(at(`fold ${index + 1}`).boundary))
  const kinds = [...scored.tallies.keys()].filter((name) => name.startsWith('noise ')).sort()
  const worst = kinds.reduce((one, other) => (f1(at(one).boundary) <= f1(at(other).boundary) ? one : other))
  const full = (tally: Tally): string => three(tally.full / tally.gold)
  const rows = [
    [
      'boundary F1',
      `${three(f1(train.boundary))} (≥ 0.93)`,
      `${three(f1(noisy.boundary))} (≥ 0.89)`,
      `${three(f1(city.boundary))} (≥ 0.85)`,
    ],
    ['worst fold, boundary F1', `${three(Math.min(...folds))} (≥ 0.90)`, '', ''],
    [
      'fully correct articles',
      `${full(train)} (≥ 0.78)`,
      `${full(noisy)} (≥ 0.68)`,
      `${full(city)} (≥ 0.62)`,
    ],
    [
      'authors F1',
      `${three(f1(train.authors))} (≥ 0.93)`,
      `${three(f1(noisy.authors))} (≥ 0.90)`,
      three(f1(city.authors)),
    ],
    [
      'headlines invented',
      `${percent(train.invented, train.headless)} (≤ 3 %)`,
      `${percent(noisy.invented, noisy.headless)} (≤ 5 %)`,
      percent(city.invented, city.headless),
    ],
    [
      'worst kind of noise, boundary F1',
      '',
      `${three(f1(at(worst).boundary))} ${worst.slice(6)} (≥ 0.82)`,
      '',
    ],
    ['paragraph joins F1', '', `${three(f1(noisy.joins))} (≥ 0.93)`, three(f1(city.joins))],
    ['jump F1', '', `${three(f1(noisy.jumps))} (≥ 0.95)`, three(f1(city.jumps))],
  ]
  const table = (head: string[], body: string[][]): string =>
    [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  return `# How well pages are read

Written by \`npm run score\`. \`train\` and \`train-noisy\` are read in ${foldCount} folds by date: each page with weights learned
from other dates alone, so never from a damaged copy of itself. \`train-city\` was never learned from. In brackets: wanted.

${table(['', 'train', 'train-noisy', 'train-city'], rows)}

Headlines invented are counted among the articles without a headline whose beginning was found.

Seeds: ${seeds.boundary.right} of ${seeds.boundary.right + seeds.boundary.missed} starts after the first, ${seeds.boundary.wrong} false; ${seeds.full} of ${seeds.gold} articles fully correct; authors F1 ${three(f1(seeds.authors))}, jumps ${three(f1(seeds.jumps))}.

## Folds

${table(
  ['fold', 'boundary F1', 'fully correct', 'authors F1'],
  folds.map((value, index) => [
    String(index + 1),
    three(value),
    full(at(`fold ${index + 1}`)),
    three(f1(at(`fold ${index + 1}`).authors)),
  ]),
)}

## Kinds of noise

${table(
  ['kind', 'boundary F1', 'fully correct', 'authors F1', 'joins F1', 'jumps F1'],
  kinds.map((kind) => [
    kind.slice(6),
    three(f1(at(kind).boundary)),
    full(at(kind)),
    three(f1(at(kind).authors)),
    three(f1(at(kind).joins)),
    three(f1(at(kind).jumps)),
  ]),
)}

## What is still wrong

${['train', 'train-noisy', 'train-city']
  .map(
    (set) =>
      `### ${set}\n\n${table(
        ['kind', 'times'],
        mistakesOf(scored, set).map(([kind, count]) => [kind, String(count)]),
      )}`,
  )
  .join('\n\n')}
`
}
