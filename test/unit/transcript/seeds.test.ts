import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pairJumps, readPage, suggestDate, suggestPages } from '../../../src/core/transcript/index.ts'

const folder = '../shared/transcripts/seeds'
const files = ['000_92f7cd8476515979.txt', '004_235a819f233319fe.txt']
const there = existsSync(`${folder}/${files[0]}`)
if (!there) console.warn(`Skipped: the seed pages are not there (${folder}).`)
const pages = there
  ? files.map((fileName) => ({ fileName, reading: readPage(readFileSync(`${folder}/${fileName}`, 'utf8')) }))
  : []
const [first, second] = pages.map(({ reading }) => reading)

describe.skipIf(!there)('the two seed pages', () => {
  it('begin nine articles, each on its line', () => {
    expect(first!.articles.map(({ startLine }) => startLine)).toEqual([7, 39, 45, 53, 63, 77, 87, 99])
    expect(second!.articles.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([[3, 87]])
  })

  it('name their ten authors, in order, and nobody else', () => {
    const names = [...first!.articles, ...second!.articles].flatMap(({ authors }) =>
      authors.map(({ name }) => name),
    )
    expect(names).toEqual('孙耀星 张勇 汲建莉 任晓明 丁洁 王春宇 梁涛 李俊华 陈剑 罗清宇'.split(' '))
  })

  it('keep the article that breaks off away from the next one', () => {
    const broken = first!.articles[3]!
    expect(broken).toMatchObject({ endLine: 61, truncated: true, jumpTo: null, joins: [] })
    expect(first!.articles[4]).toMatchObject({ startLine: 63, truncated: false })
  })

  it('leave the article without a headline without one, and keep the orphan fragment apart', () => {
    expect(first!.articles[5]).toMatchObject({ headline: null, startLine: 77, endLine: 85 })
    expect(first!.lines[4]).toMatchObject({ role: 'fragment', article: null })
    expect(first!.diagnostics.map(({ code }) => code)).toContain('article.orphanFragment')
  })

  it('take both jump lines out of the body and keep them as data', () => {
    expect(first!.articles[0]!.jumpTo).toEqual({ page: '3', line: 35 })
    expect(second!.articles[0]!.jumpTo).toEqual({ page: '4', line: 87 })
    const bodies = pages.flatMap(({ reading }) =>
      reading.articles.flatMap(({ blocks }) => blocks.map(({ text }) => text)),
    )
    expect(bodies.filter((text) => text.includes('下转'))).toEqual([])
  })

  it('join every paragraph that a column broke, and no other', () => {
    expect(first!.joins).toEqual([
      [17, 19],
      [27, 29],
      [71, 73],
    ])
    expect(second!.joins).toEqual([
      [29, 31],
      [41, 43],
      [59, 61],
    ])
  })

  it('are pages 1 and 3 of 9 October 2021', () => {
    expect(suggestPages(pages).map(({ value }) => value)).toEqual(['1', '3'])
    expect(suggestDate(pages.map(({ reading }) => reading))?.value).toBe('2021-10-09')
  })

  it('leave their jumps open, since the pages hold no partner', () => {
    const { pairs, open } = pairJumps([
      { page: '1', reading: first! },
      { page: '3', reading: second! },
    ])
    expect(pairs).toEqual([])
    expect(open.map(({ page, direction }) => [page, direction])).toEqual([
      ['3', 'to'],
      ['4', 'to'],
    ])
  })
})
