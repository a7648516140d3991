import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  canonicalContent,
  classifyChange,
  countCharacters,
  type ArticleContent,
} from '../../../src/core/text/index.ts'
import { editDistance } from '../../../src/core/text/editDistance.ts'
import { currencies, numerals } from '../../../src/core/text/numerals.ts'

const filler = '市民清晨走过新修的石桥前往河对岸的集市'.repeat(30)
const node = (type: string, words: string, format = 0, more: object = {}) => ({
  ...{ type, ...more },
  children: [{ type: 'text', text: words, format }],
})
const lines = (...words: string[]) => ({ root: { children: words.map((line) => node('paragraph', line)) } })
const article: ArticleContent = {
  headline: '新桥通车',
  bylineRaw: '记者 甲',
  authors: ['a1'],
  dateline: { agency: '本报讯' },
  pictures: [{ media: 'm1', caption: '桥上的行人', credit: '乙' }],
  body: lines(filler, '桥长三百米，耗资12.5亿元，其中美元贷款占30%。', '全线与旧路衔结。'),
}

function reasons(change: Partial<ArticleContent>, from: ArticleContent = article): readonly string[] {
  return classifyChange(canonicalContent(from), canonicalContent({ ...from, ...change })).reasons
}
const withLine = (words: string): Partial<ArticleContent> => ({
  body: lines(filler, words, '全线与旧路衔结。'),
})

describe('what a proofreader may change', () => {
  it('lets corrections of the text pass', () => {
    const corrected = lines(filler, '桥长三百米，耗资12.5亿元，其中美元贷款占30%。', '全线与旧路衔接。')
    expect(reasons({ body: corrected })).toEqual([])
    expect(reasons({ pictures: [{ media: 'm1', caption: '桥上行人', credit: '乙' }] })).toEqual([])
    expect(reasons({})).toEqual([])
  })

  it.each<[string, Partial<ArticleContent>]>([
    ['headline', { headline: '新桥通車' }],
    ['headline', { deck: '副题' }],
    ['author', { authors: [] }],
    ['author', { pictures: [{ media: 'm1', caption: '桥上的行人', credit: '丙' }] }],
    ['author', { photoCredits: ['丁'] }],
    ['dateline', { dateline: { agency: '本报讯', place: '城' } }],
    ['number', withLine('桥长四百米，耗资12.5亿元，其中美元贷款占30%。')],
    ['number', withLine('桥长三百米，耗资125亿元，其中美元贷款占30%。')],
    ['number', withLine('桥长三百米，耗资12.5亿元，其中美元贷款占30。')],
    ['currency', withLine('桥长三百米，耗资12.5亿元，其中欧元贷款占30%。')],
    ['block', { pictures: [{ media: 'm2', caption: '桥上的行人', credit: '乙' }] }],
    ['block', { body: lines(filler, '桥长三百米，耗资12.5亿元，其中美元贷款占30%。全线与旧路衔结。') }],
  ])('reopens for %s (%j)', (reason, change) => {
    expect(reasons(change)).toEqual([reason])
  })

  it('reopens for a picture taken away, which takes its credit along', () => {
    expect(reasons({ pictures: [] })).toEqual(['author', 'block'])
  })

  it('reopens for a paragraph more or less, whatever its length', () => {
    expect(
      reasons({
        body: lines(filler, '短', '桥长三百米，耗资12.5亿元，其中美元贷款占30%。', '全线与旧路衔结。'),
      }),
    ).toEqual(['block'])
  })

  it('reopens for another address of a link and for a raised digit', () => {
    const link = (url: string) => ({
      root: { children: [{ type: 'paragraph', children: [node('link', '此处', 0, { fields: { url } })] }] },
    })
    expect(reasons({ body: link('https://b.example/') }, { body: link('https://a.example/') })).toEqual([
      'link',
    ])
    const area = (format: number) => ({
      root: {
        children: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', text: '10', format: 0 },
              { type: 'text', text: '2', format },
            ],
          },
        ],
      },
    })
    expect(reasons({ body: area(0) }, { body: area(64) })).toEqual(['number'])
  })

  it('counts from the text signed off: exactly 2 % passes, one character more does not', () => {
    const signedOff: ArticleContent = { body: lines('河'.repeat(500)) }
    const changed = (count: number) => ({ body: lines('桥'.repeat(count) + '河'.repeat(500 - count)) })
    expect(reasons(changed(10), signedOff)).toEqual([])
    expect(reasons(changed(11), signedOff)).toEqual(['extent'])
    expect(classifyChange(canonicalContent(signedOff), canonicalContent(changed(11)))).toMatchObject({
      ...{ changed: 11, total: 500 },
    })
  })
})

describe('counting', () => {
  it('counts what is printed: punctuation yes, white space no, rare characters as one', () => {
    expect(countCharacters('春天，\n𠮷 a　b')).toBe(6)
    expect(countCharacters('\u200b\u00ad')).toBe(0)
  })

  it('finds numbers with their signs, and Chinese numerals', () => {
    expect(numerals('第3版：１２．５％、-3℃，1,000人，百分之三，二〇二六年，①')).toEqual([
      ...['3', '12.5%', '-3', '1,000', '百', '三', '二〇二六', '①'],
    ])
  })

  it('finds currencies', () => {
    expect(currencies('￥5、3美元、5角、USD 7、三元')).toEqual(['￥', '美元', '角', 'USD', '元'])
  })

  it('measures like the textbook, on any two texts', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 })
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(editDistance(a, b)).toBe(textbook(a, b))
      }),
      { numRuns: 2000 },
    )
  })

  it('does not lose itself in a text rewritten from end to end', () => {
    const a = Array.from({ length: 6000 }, (_, at) => String(at))
    const b = Array.from({ length: 7000 }, (_, at) => `x${at}`)
    expect(editDistance(a, b)).toBe(7000)
  })
})

function textbook(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, at) => at + 1)
  row.unshift(0)
  a.forEach((letter, i) => {
    const next = [i + 1]
    b.forEach((other, j) => {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)))
    })
    row = next
  })
  return row.at(-1)!
}
