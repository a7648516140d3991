import { describe, expect, it } from 'vitest'

import { readBlocks } from '../../../src/core/text/index.ts'
import { lexicalBody } from '../../../src/core/text/lexicalBody.ts'
import { readPage } from '../../../src/core/transcript/index.ts'
import { composeArticle } from '../../../src/importer/composeArticle.ts'
import { numberPages, slimReading } from '../../../src/importer/numberPages.ts'
import { parseCommand } from '../../../src/importer/parseCommand.ts'
import { planPage, type EarlierPart } from '../../../src/importer/planPage.ts'
import type { StoredArticle } from '../../../src/importer/storePort.ts'
import { pad, pageTable } from '../../../src/importer/report/pageTable.ts'
import type { PageReport } from '../../../src/importer/types.ts'

const article = (headline: string, rest: string) => `${headline}\n\n本报讯（记者 林小满）${rest}\n`
const bridge = {
  headline: '新桥通车',
  text: '新桥通车\n昨日上午，跨江新桥正式通车，两岸居民往来只需十分钟。',
}
const opening = {
  headline: '图书馆延长开放',
  text: '图书馆延长开放\n从下月起，市图书馆每晚开放到十点，增设自习座位。',
}
const stored = (state: StoredArticle['state']): StoredArticle => ({
  ...{ id: 'aaaaaaaaaaaa', state, importRun: null, title: '题', column: null },
})
const earlier = (
  part: { headline: string | null; text: string },
  state: StoredArticle['state'] | null,
): EarlierPart => ({
  ...part,
  stored: state && stored(state),
})

describe('planPage', () => {
  it('keeps apart what is the same, changed, new and gone, wherever it stands on the page', () => {
    const changed = { ...opening, text: opening.text.replace('十点', '九点半') }
    const fresh = { headline: '早市搬家', text: '早市搬家\n老街早市搬进了新建的大棚。' }
    const gone = { headline: '停水通知', text: '停水通知\n因管道检修，周六停水一天，请提前储水。' }
    const before = [
      earlier(bridge, 'asImported'),
      earlier(opening, 'asImported'),
      earlier(gone, 'asImported'),
    ]
    expect(planPage([changed, fresh, bridge], before)).toEqual([
      { action: 'update', now: 0, before: 1 },
      { action: 'create', now: 1 },
      { action: 'same', now: 2, before: 0 },
      { action: 'remove', before: 2 },
    ])
  })

  it('never plans to write over, or remove, what a person has worked on', () => {
    const changed = { ...bridge, text: `${bridge.text}今年完工。` }
    for (const state of ['edited', 'published'] as const) {
      expect(planPage([changed], [earlier(bridge, state)])).toEqual([{ action: 'keep', now: 0, before: 0 }])
      expect(planPage([], [earlier(bridge, state)])).toEqual([{ action: 'spare', before: 0 }])
    }
  })

  it('does not bring back what a person deleted', () => {
    expect(planPage([bridge], [earlier(bridge, null)])).toEqual([
      { action: 'leaveDeleted', now: 0, before: 0 },
    ])
    expect(planPage([], [earlier(bridge, null)])).toEqual([])
  })

  it('does not take a recurring headline for the same article', () => {
    const column = (text: string) => ({ headline: '今日提示', text: `今日提示\n${text}` })
    const before = [earlier(column('东风三级，最高气温十五摄氏度，早晚温差较大。'), 'edited')]
    expect(planPage([column('部分公交线路因道路施工临时绕行，请留意站牌。')], before)[0]).toMatchObject({
      action: 'create',
    })
  })

  it('takes blank lines and indents for no change', () => {
    const spaced = { ...bridge, text: bridge.text.replace('\n', '\n\n  ') }
    expect(planPage([spaced], [earlier(bridge, 'asImported')])[0]).toMatchObject({ action: 'same' })
  })
})

describe('numberPages', () => {
  const part = (file: string, text: string, given?: string) => ({
    ...{ file, linesBefore: 0, reading: slimReading(readPage(text)) },
    ...(given ? { given } : {}),
  })
  const text = article('新桥通车', '昨日上午，跨江新桥正式通车，两岸居民往来只需十分钟。')
  const numbered = (...parts: ReturnType<typeof part>[]) =>
    numberPages(parts).map(({ number, diagnostics }) => [number, diagnostics.map(({ code }) => code)])

  it('takes given numbers as they are and says where the others come from', () => {
    expect(numbered(part('x.txt', text, '7'))).toEqual([['7', []]])
    expect(numbered(part('A03.txt', text))).toEqual([['A3', ['page.numberFromFileName']]])
    expect(numbered(part('001_x.txt', text))).toEqual([['1', ['page.numberFromOrder']]])
    expect(numbered(part('x.txt', `第5版 2024年3月5日 星期二 河畔日报\n\n${text}`))).toEqual([
      ['5', ['page.numberFromFolio']],
    ])
  })

  it('gives no page the number that its own jump names', () => {
    const jumps = text.replace('十分钟。\n', '十分钟，桥头还有\n（下转第1版）\n')
    expect(numbered(part('a.txt', jumps))[0]![0]).not.toBe('1')
  })

  it('refuses both of two pages with one number, and leaves the others', () => {
    const [one, other, third] = numbered(part('a/p2.txt', text), part('b/p2.txt', text), part('p3.txt', text))
    expect([one, other]).toEqual([
      [null, ['page.numberConflict']],
      [null, ['page.numberConflict']],
    ])
    expect(third![0]).toBe('3')
  })

  it('says when another number is printed than was given', () => {
    const printed = `第5版 2024年3月5日 星期二 河畔日报\n\n${text}`
    expect(numbered(part('x.txt', printed, '4'))).toEqual([['4', ['page.numberDiffers']]])
  })
})

describe('composeArticle', () => {
  const reading = (text: string) => readPage(text).articles[0]!

  it('joins what a jump broke and keeps the heading of the beginning', () => {
    const first = reading(
      '护林队守青山\n\n本报讯（记者 陈雨桐）队长说，最难的是冬天，队员们要带着干粮走上一整天，有时还要在山里的小屋过夜，\n（下转第4版）\n',
    )
    const second = reading('（上接第1版）\n第二天再接着往前走。没有一个人提出离开。\n')
    const composed = composeArticle([
      { reading: first, file: 'a' },
      { reading: second, file: 'b' },
    ])
    expect(composed.headline).toBe('护林队守青山')
    expect(composed.credits).toEqual([{ name: '陈雨桐', kind: 'person' }])
    expect(
      readBlocks(composed.body)
        .map(({ text }) => text)
        .join('|'),
    ).toContain('小屋过夜，第二天再接着往前走')
    expect(composed.doubts.map(({ code }) => code)).not.toContain('article.jumpOpen')
    expect(composeArticle([{ reading: first, file: 'a' }]).doubts).toContainEqual(
      expect.objectContaining({ code: 'article.jumpOpen', place: expect.objectContaining({ file: 'a' }) }),
    )
  })
})

describe('lexicalBody', () => {
  it('keeps every line: crossheads as headings, verse with its breaks', () => {
    const body = lexicalBody([
      { kind: 'crosshead', text: '一、开头' },
      { kind: 'verse', text: '两岸青山\n一江春水' },
      { kind: 'paragraph', text: '正文。' },
    ])
    expect(readBlocks(body).map(({ type, text }) => [type, text])).toEqual([
      ['heading:h3', '一、开头'],
      ['paragraph', '两岸青山\n一江春水'],
      ['paragraph', '正文。'],
    ])
    expect(lexicalBody([])).toBeNull()
  })
})

describe('parseCommand', () => {
  const parse = (line: string, env = {}) => parseCommand(line.split(' ').filter(Boolean), env)

  it('reads a whole command line', () => {
    expect(
      parse('a.txt b --publication 河畔日报 --create-publication --date 2024-03-05 --pages 01,A3 --json'),
    ).toEqual({
      ...{ kind: 'import', language: 'zh', json: true },
      options: {
        ...{ sources: ['a.txt', 'b'], createPublication: true, dryRun: false },
        ...{ publication: '河畔日报', date: '2024-03-05', pages: ['1', 'A3'] },
      },
    })
  })

  it('names the option that is wrong', () => {
    for (const [line, key] of [
      ['a --date 2024-02-30', 'usage.badValue'],
      ['a --date', 'usage.needsValue'],
      ['a --publication --json', 'usage.needsValue'],
      ['a --pages 1,x', 'usage.badValue'],
      ['a --pages 1,01', 'usage.badValue'],
      ['a --publicaton x', 'usage.unknownOption'],
      ['--date 2024-03-05', 'usage.noFiles'],
      ['a --rollback aaaaaaaaaaaa', 'usage.rollbackAlone'],
      ['--rollback 1', 'usage.badValue'],
    ] as const) {
      expect(parse(line), line).toMatchObject({ kind: 'wrong', key })
    }
  })

  it('speaks the language that is asked for, else the system’s, else Chinese', () => {
    expect(parse('a --lang en').language).toBe('en')
    expect(parse('a', { LANG: 'en_GB.UTF-8' }).language).toBe('en')
    expect(parse('a', { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' }).language).toBe('zh')
    expect(parse('a --lang zh', { LANG: 'en_GB.UTF-8' }).language).toBe('zh')
    expect(parse('a', { LANG: 'C' }).language).toBe('zh')
  })
})

describe('the table', () => {
  it('counts a Chinese character as two columns', () => {
    expect(pad('新桥', 6)).toBe('新桥  ')
    expect(pad('新桥通车', 6)).toBe('新桥… ')
    expect(pad('abc', 3)).toBe('abc')
    const text = `${article('新桥通车', '昨日上午，跨江新桥正式通车。')}\n${article('早市搬家', '老街早市搬进了新建的大棚。')}`
    const report = {
      page: { number: '1', linesBefore: 0, reading: readPage(text), file: { name: 'a.txt' } },
      ...{ date: '2024-03-05', edition: 'main', change: { status: 'new' } },
    } as unknown as PageReport
    const [head, ...rows] = pageTable(report, { language: 'zh' })
    expect(rows).toHaveLength(2)
    const column = (row: string) =>
      [...row.slice(0, row.indexOf('林小满'))].reduce(
        (sum, one) => sum + (one.codePointAt(0)! > 0x2e80 ? 2 : 1),
        0,
      )
    const authors = [...head!.slice(0, head!.indexOf('作者'))].reduce(
      (sum, one) => sum + (one.codePointAt(0)! > 0x2e80 ? 2 : 1),
      0,
    )
    expect(rows.map(column)).toEqual([authors, authors])
  })
})
