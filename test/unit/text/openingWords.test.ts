import { describe, expect, it } from 'vitest'

import { openingWords } from '../../../src/core/text/openingWords.ts'

const paragraph = (...texts: string[]) => ({
  type: 'paragraph',
  children: texts.map((text) => ({ type: 'text', text })),
})
const body = (...children: object[]) => ({ root: { type: 'root', children } })

describe('how a text begins', () => {
  it('is the whole of a short one, its paragraphs joined as its language joins them', () => {
    expect(openingWords(body(paragraph('河上', '有桥。'), paragraph('桥很长。')), 20)).toBe(
      '河上有桥。桥很长。',
    )
    expect(openingWords(body(paragraph('A bridge.'), paragraph('A  long one.')), 40)).toBe(
      'A bridge. A long one.',
    )
    expect([openingWords(null, 9), openingWords(body(), 9), openingWords({ root: 1 }, 9)]).toEqual([
      '',
      '',
      '',
    ])
  })

  it('is cut behind a sentence that ends near, with its closing quote, else in the middle with a sign', () => {
    expect(openingWords(body(paragraph('他说：“桥通了。”大家都笑了起来。')), 9)).toBe('他说：“桥通了。”')
    expect(openingWords(body(paragraph('桥。今天的天气比昨天的好得多')), 9)).toBe('桥。今天的天气比昨…')
    // Characters beyond the basic plane are not cut in half.
    expect(openingWords(body(paragraph('𠮷𠮷𠮷𠮷𠮷')), 3)).toBe('𠮷𠮷𠮷…')
  })

  it('leaves crossheads out, and keeps the lines of verse apart', () => {
    const heading = { ...paragraph('小标题'), type: 'heading' }
    const verse = paragraph('渡口的灯', '一盏')
    verse.children.splice(1, 0, { type: 'linebreak', text: undefined as never })
    expect(openingWords(body(paragraph('河上有桥。'), heading, verse), 40)).toBe('河上有桥。渡口的灯 一盏')
  })

  it('gives other letters half the width, and cuts between their words', () => {
    const english = body(paragraph('The lowest steps lie under water. Nobody minds the boat, or its age.'))
    expect(openingWords(english, 13)).toBe('The lowest steps lie under…')
    expect(openingWords(english, 20)).toBe('The lowest steps lie under water.')
    expect(openingWords(english, 29)).toBe('The lowest steps lie under water. Nobody minds the boat…')
    expect(openingWords(body(paragraph('今天有人在 A 座看见了iPhone的新款')), 11)).toBe(
      '今天有人在 A 座看见了…',
    )
  })
})
