import type { CommonPairs } from '../../src/core/transcript/cohesion.ts'
import { readCues, type Cues } from '../../src/core/transcript/cues.ts'
import { featuresOf, pageFeatures } from '../../src/core/transcript/features.ts'
import { labelNumber, labels, type Label } from '../../src/core/transcript/labels.ts'
import { sourceLines, splitLines, type SourceLine } from '../../src/core/transcript/lines.ts'
import type { MarkedLine } from './marked.ts'
import type { GoldArticle, GoldPage } from './gold.ts'
import type { Lesson } from './train.ts'

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** The lines and cues of a page, as the reader sees them. */
export function observe(text: string): { lines: SourceLine[]; cues: Cues[] } {
  const lines = sourceLines(splitLines(text))
  const cues = lines.map((line, at) => readCues(line.text, at > 0 ? lines[at - 1]!.text : null))
  return { lines, cues }
}

/**
 * A page with gold as a lesson. Gold says where articles begin and end and what their headline and authors are; the
 * labels of the other lines follow from that and from their cues.
 */
export function lessonOf(page: GoldPage, common: CommonPairs, weight = 1): Lesson {
  const { lines, cues, truth } = marked(page)
  return { features: featureLists(lines, cues, common), truth, weight }
}

/** A made page as a lesson. */
export function lessonOfMarked(page: readonly MarkedLine[], common: CommonPairs, weight = 1): Lesson {
  const text = page.map((line) => '\n'.repeat(line.gap) + line.text).join('\n')
  const { lines, cues } = observe(text)
  const truth = Int8Array.from(
    page.filter((line) => line.text.trim() !== '').map(({ label }) => labelNumber[label]),
  )
  return { features: featureLists(lines, cues, common), truth, weight }
}

function featureLists(
  lines: readonly SourceLine[],
  cues: readonly Cues[],
  common: CommonPairs,
): Int32Array[] {
  const features = pageFeatures(lines, cues, common)
  return lines.map((_, at) => featuresOf(features, at).slice())
}

/** The lines of a page with gold, each with its label. */
export function labelsOf(page: GoldPage): (MarkedLine & { article: number | null; raw: string })[] {
  const { lines, truth } = marked(page)
  return lines.map((line, at) => {
    const article = page.articles.findIndex((one) => line.line >= one.startLine && line.line <= one.endLine)
    return {
      label: labels[truth[at]!]!,
      text: line.raw,
      raw: line.raw,
      gap: line.gap,
      article: article < 0 ? null : article,
    }
  })
}

function marked(page: GoldPage): { lines: SourceLine[]; cues: Cues[]; truth: Int8Array } {
  const { lines, cues } = observe(page.text)
  const truth = new Int8Array(lines.length).fill(labelNumber.apart)
  for (const article of page.articles) {
    const members: number[] = []
    for (let at = 0; at < lines.length; at++) {
      if (lines[at]!.line >= article.startLine && lines[at]!.line <= article.endLine) members.push(at)
    }
    const found = labelArticle(
      article,
      members.map((at) => lines[at]!),
      members.map((at) => cues[at]!),
    )
    members.forEach((at, index) => (truth[at] = labelNumber[found[index]!]))
  }
  return { lines, cues, truth }
}

function labelArticle(article: GoldArticle, lines: SourceLine[], cues: Cues[]): Label[] {
  const result: Label[] = lines.map(() => 'body')
  if (lines.length === 0) return result
  let at: number
  const headline = article.headline === null ? '' : squeeze(article.headline)
  if (headline === '') {
    result[0] = 'opening'
    at = 1
  } else {
    const options = [headline, ...(article.headlineAlternatives ?? []).map(squeeze)]
    let where = lines.findIndex(({ text }) => options.includes(squeeze(text)))
    if (where < 0)
      where = lines.findIndex(({ text }) => squeeze(text) !== '' && headline.startsWith(squeeze(text)))
    if (where < 0) where = 0
    for (let before = 0; before < where; before++) result[before] = 'kicker'
    result[where] = 'headline'
    at = where + 1
    const decks = (article.deck ?? []).map(squeeze)
    for (; at < lines.length; at++) {
      const { text } = lines[at]!
      const { shape } = cues[at]!
      const flat = squeeze(text)
      const deck =
        decks.some((one) => one === flat) || (headline !== flat && headline.endsWith(flat) && flat.length > 3)
      if (deck || shape === 'date' || (shape === 'bracketOther' && text.length < 30)) result[at] = 'under'
      else if (
        shape === 'roleByline' ||
        shape === 'jumpIn' ||
        ((shape === 'names' || shape === 'bracketNames' || (text.length <= 16 && shape === 'title')) &&
          article.authors.some((name) => flat.includes(squeeze(name).replace(/[·•]/g, ''))))
      )
        result[at] = 'byline'
      else if (shape === 'longTitle' && !/[。”]$/.test(text)) result[at] = 'under'
      else break
    }
  }
  for (; at < lines.length; at++) {
    const { shape } = cues[at]!
    if (shape === 'bracketNames' || shape === 'credit' || shape === 'jumpOut' || shape === 'endsWithAgency') {
      result[at] = lines[at]!.text.length <= 60 ? 'closing' : 'body'
    } else if (shape === 'bracketOther' || shape === 'roleByline') result[at] = 'closing'
    else if (
      [
        'title',
        'numberedTitle',
        'label',
        'names',
        'longTitle',
        'noticeTitle',
        'table',
        'contact',
        'date',
      ].includes(shape)
    )
      result[at] = 'inset'
    else result[at] = 'body'
  }
  return result
}
