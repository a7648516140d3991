import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCues } from '../../../src/core/transcript/cues.ts'
import {
  featureCount,
  featureId,
  featureName,
  featuresOf,
  pageFeatures,
} from '../../../src/core/transcript/features.ts'
import { sourceLines, splitLines } from '../../../src/core/transcript/lines.ts'
import { learnedModel } from '../../../src/core/transcript/segment.ts'

const folder = new URL('../../fixtures/transcripts/', import.meta.url)
const pages = readdirSync(folder).map((name) => readFileSync(new URL(`${name}/page.txt`, folder), 'utf8'))

/** For each line of a page the names of its features. */
function namesOf(text: string): string[][] {
  const lines = sourceLines(splitLines(text))
  const cues = lines.map((line, at) => readCues(line.text, at > 0 ? lines[at - 1]!.text : null))
  const features = pageFeatures(lines, cues, learnedModel().common)
  return lines.map((_, at) => [...featuresOf(features, at)].map(featureName))
}

describe('features', () => {
  it('have a name each, by which they are found again', () => {
    for (let id = 0; id < featureCount; id += 7) expect(featureId(featureName(id))).toBe(id)
    expect(featureId('shape:nothing')).toBeNull()
    expect(featureId('nothing:1')).toBeNull()
  })

  // A number too high for its group would pass for a feature of the next one, and be weighed and explained as that.
  it('of a line are one of each group, marks of its wording aside', () => {
    const lines = pages.flatMap(namesOf)
    expect(lines.length).toBeGreaterThan(100)
    for (const names of lines) {
      const groups = names
        .map((name) => name.slice(0, name.indexOf(':')))
        .filter((one) => one !== 'title-mark')
      expect(new Set(groups).size, names.join(' ')).toBe(groups.length)
      expect(names).toContain('always:1')
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('mark titles by what they are made of, and lines by how they end', () => {
    const [colon, rubric, body] = namesOf('各地代表说：\n\n读者信箱\n\n昨日，全市下了入冬以来的第一场雪，')
    expect(colon).toEqual(expect.arrayContaining(['end:announces', 'last::']))
    expect(rubric).toEqual(expect.arrayContaining(['title-mark:rubric', 'title-mark:tiny']))
    expect(body).toContain('end:open')
  })
})
