import { describe, expect, it } from 'vitest'
import {
  pageFromFileName,
  pairJumps,
  readPage,
  suggestDate,
  suggestPage,
  suggestPages,
} from '../../../src/core/transcript/index.ts'

const head = '清水河畔多了一条步道'
const lead =
  '本报讯（记者 陆一舟）新铺的步道沿着河岸一直伸向远处，两侧种上了柳树和木槿，几位老人正坐在长椅上聊天。'
const leaving = readPage(
  `${head}\n\n${lead}\n\n工程去年九月开工，先后整治河道六公里，拆除违章建筑四千平\n\n（下转第4版）`,
)
const other = '中学生发明盲文点餐牌'
const otherLeaving = readPage(
  `${other}\n\n本报讯（记者 何晓棠）第八中学四名学生制作的盲文点餐牌在两家面馆试用，食客第一次不用别人念菜单。（下转第4版）`,
)
const back = (title: string, text: string): string => `${title}\n\n（上接第1版）\n\n${text}`
const park = '方米，沿线新建小游园五处，预计年底全部完成，步道上还将增设路灯和公共厕所。'
const school = '点餐牌用废旧塑料瓶盖压成，一块成本不到三元，学生们打算把做法写成手册寄给更多面馆。'

describe('jumps between the pages of one issue', () => {
  it('are paired by page numbers and headline, whatever the order of arrival', () => {
    const page4 = readPage(`${back(other, school)}\n\n${back(head, park)}`)
    const page1 = readPage(
      `${head}\n\n${lead}\n\n工程去年九月开工，先后整治河道六公里，拆除违章建筑四千平\n\n（下转第4版）\n\n${other}\n\n本报讯（记者 何晓棠）四名学生制作的盲文点餐牌在两家面馆试用，食客第一次不用别人念菜单。（下转第4版）`,
    )
    const { pairs, open } = pairJumps([
      { page: '4', reading: page4 },
      { page: '1', reading: page1 },
    ])
    expect(open).toEqual([])
    const named = pairs.map(({ from, to }) => [
      page1.articles[from.article]!.headline,
      page4.articles[to.article]!.headline,
    ])
    expect(named.sort()).toEqual(
      [
        [other, other],
        [head, head],
      ].sort(),
    )
  })

  it('without a headline are paired by the fit of what was broken', () => {
    const page4 = readPage(`（上接第1版）\n\n${park}\n\n（陆一舟）`)
    const { pairs, open } = pairJumps([
      { page: '01', reading: leaving },
      { page: '4', reading: page4 },
    ])
    expect(pairs.map(({ from, to }) => [from, to])).toEqual([
      [
        { page: '1', article: 0 },
        { page: '4', article: 0 },
      ],
    ])
    expect(pairs[0]!.evidence.map(({ cue }) => cue)).toContain('brokenSentence')
    expect(open).toEqual([])
  })

  it('stay open, and are listed, where the other page is not there or names another page', () => {
    const wrong = readPage(`${head}\n\n（上接第2版）\n\n${park}`)
    const { pairs, open } = pairJumps([
      { page: '1', reading: leaving },
      { page: '4', reading: wrong },
    ])
    expect(pairs).toEqual([])
    expect(open.map(({ end, direction, page }) => [end.page, direction, page])).toEqual([
      ['1', 'to', '4'],
      ['4', 'from', '2'],
    ])
  })

  it('a page that jumps to itself is doubted, on the jump line', () => {
    const again = readPage(`${head}\n\n${lead}\n\n（下转第4版）`, { page: '04' })
    const doubt = again.diagnostics.find(({ code }) => code === 'page.jumpsToItself')
    expect(doubt).toMatchObject({ params: { page: '4' }, place: { line: 5 } })
    expect(otherLeaving.diagnostics.map(({ code }) => code)).not.toContain('page.jumpsToItself')
  })
})

describe('what a page says of itself', () => {
  const folio = readPage(`东江日报 第3版 综合\n\n2012年5月8日 星期二\n\n${head}\n\n${lead}`)

  it('its folio gives number, date and publication', () => {
    expect(folio.folio).toMatchObject({ page: '3', date: '2012-05-08', publication: '东江日报' })
    expect(suggestPage(folio)).toMatchObject({ value: '3', source: 'folio', evidence: [{ line: 1 }] })
    expect(suggestDate(folio)).toMatchObject({
      value: '2012-05-08',
      source: 'folio',
      evidence: [{ line: 3 }],
    })
  })

  it('a file name gives a number only where it states one', () => {
    expect(['a/x-p03.txt', 'A05.txt', '第7版.txt', '20120508_12版.txt'].map(pageFromFileName)).toEqual([
      '3',
      'A5',
      '7',
      '12',
    ])
    expect(['003_92f7.txt', 'page.txt', '12.txt'].map(pageFromFileName)).toEqual([null, null, null])
  })

  it('a jump gives its number to a later page, and the page that jumps does not get it', () => {
    const plain = readPage(`${other}\n\n本报讯（记者 何晓棠）四名学生制作的盲文点餐牌在两家面馆试用。`)
    const found = suggestPages([{ reading: leaving }, { reading: plain }])
    expect(found.map(({ value, source }) => [value, source])).toEqual([
      ['1', 'order'],
      ['4', 'jump'],
    ])
  })

  it('no number is given twice', () => {
    const found = suggestPages([
      { reading: leaving },
      { reading: folio },
      { reading: leaving },
      { reading: otherLeaving },
    ])
    expect(new Set(found.map(({ value }) => value)).size).toBe(4)
  })

  it('a date without a year anywhere is not guessed', () => {
    expect(suggestDate(leaving)).toBeNull()
    const dated = readPage(
      `${head}\n\n本报北京12月31日讯 昨晚，灯会在河畔开幕，六公里步道上挂起三千盏灯笼，吸引了大批市民前来观赏。\n\n（2009年12月30日）`,
    )
    expect(suggestDate(dated)?.value).toBe('2010-01-01')
  })
})

describe('doubts about the text', () => {
  it('name the place and the words', () => {
    const page = readPage(
      `${head}\n\n本报讯（记者 陆一舟）新铺的步道沿着河岸沿着河岸伸向远处，两侧种上了柳树和木槿，几位老人在trees下聊天，一直坐到天黑。`,
    )
    const doubts = page.diagnostics.map(({ code, place, params }) => [code, place?.line, params.words])
    expect(doubts).toContainEqual(['text.doubledSpan', 3, '沿着河岸'])
    expect(doubts).toContainEqual(['text.latinInChinese', 3, 'trees'])
  })

  it('an article without byline or dateline is doubted, one with a dateline is not', () => {
    const without = readPage(
      `${head}\n\n新铺的步道沿着河岸一直伸向远处，两侧种上了柳树和木槿，几位老人正坐在长椅上聊天。`,
    )
    expect(without.diagnostics.map(({ code }) => code)).toContain('article.noAuthor')
    expect(leaving.diagnostics.map(({ code }) => code)).not.toContain('article.noAuthor')
  })
})
