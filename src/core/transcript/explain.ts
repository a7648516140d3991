import { featureName, featuresOf } from './features.ts'
import { labels } from './labels.ts'
import { readSegments } from './readPage.ts'
import { learnedModel, segment } from './segment.ts'
import type { Evidence, LineReading, LineRole, PageReading, ReadPageOptions } from './types.ts'

const roleOfLabel: Record<(typeof labels)[number], LineRole> = {
  apart: 'furniture',
  kicker: 'kicker',
  headline: 'headline',
  under: 'deck',
  byline: 'byline',
  opening: 'datelineParagraph',
  body: 'body',
  inset: 'crosshead',
  closing: 'signature',
}

/**
 * Reads a page and says why: each line that is not blank carries the runner-up with its probability and the five
 * cues that weighed most for its role. The rest is what `readPage` gives.
 */
export function explainPage(text: string, options: ReadPageOptions = {}): PageReading {
  const cut = segment(text)
  const reading = readSegments(cut, options)
  const { emission, row } = learnedModel()
  const size = labels.length
  const lines: LineReading[] = reading.lines.map((line) => ({ ...line }))
  for (const [at, line] of cut.lines.entries()) {
    const own = labels.indexOf(line.label)
    let second = own === 0 ? 1 : 0
    for (let label = 0; label < size; label++) {
      if (label !== own && cut.probability[at * size + label]! > cut.probability[at * size + second]!)
        second = label
    }
    const evidence: Evidence[] = [...featuresOf(cut.features, at)].map((id) => {
      const from = row[id]!
      const weight = emission[from + own]! - emission[from + second]!
      return { cue: featureName(id), weight: Math.round(weight * 100) / 100 }
    })
    evidence.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    const target = lines[line.line - 1]!
    target.runnerUp = { role: roleOfLabel[labels[second]!], score: cut.probability[at * size + second]! }
    target.evidence = evidence.slice(0, 5)
  }
  return { ...reading, lines }
}
