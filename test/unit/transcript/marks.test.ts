import { describe, expect, it } from 'vitest'
import { reportersInDateline } from '../../../src/core/transcript/authors.ts'
import { closingAgency, readDateline } from '../../../src/core/transcript/dateline.ts'
import { readFullDate } from '../../../src/core/transcript/dates.ts'
import { doubledSpan } from '../../../src/core/transcript/doubts.ts'
import { fold } from '../../../src/core/transcript/fold.ts'
import { furnitureKind, isTeaser } from '../../../src/core/transcript/furniture.ts'
import { readJumpIn, readJumpOut } from '../../../src/core/transcript/jumps.ts'
import { readNumeral, readPageNumber } from '../../../src/core/transcript/numbers.ts'

describe('datelines', () => {
  it.each([
    ['本报讯 昨日', '本报', null, null],
    ['本报北京12月31日讯 新华社记者', '本报', '北京', '12月31日'],
    ['据新华社利马7月26日电（记者', '新华社', '利马', '7月26日'],
    ['新华社四平街十四日电', '新华社', '四平街', '十四日'],
    ['新华社雅加达７月２５日专电', '新华社', '雅加达', '7月25日'],
    ['据路透社电 每年', '路透社', null, null],
    ['埃菲社布宜诺斯艾利斯电 阿根廷', '埃菲社', '布宜诺斯艾利斯', null],
    ['本报综合消息 新西兰', '本报', null, null],
  ])('%s', (text, agency, place, date) => {
    expect(readDateline(fold(text))).toMatchObject({ agency, place, date })
  })

  it.each(['本报电话改号', '本报记者从市政府获悉', '社会各界', '据塔斯社报道，湖边', '电视台昨晚播出'])(
    '%s is none',
    (text) => {
      expect(readDateline(fold(text))).toBeNull()
    },
  )

  it('names its reporters', () => {
    const names = (text: string): string[] | undefined =>
      reportersInDateline(fold(text))?.authors.map(({ name }) => name)
    expect(names('（记者陆一舟、何晓棠） 昨日')).toEqual(['陆一舟', '何晓棠'])
    expect(names(' 记者陆一舟、何晓棠报道：昨日')).toEqual(['陆一舟', '何晓棠'])
    expect(names(' 新华社记者陆一舟、本报记者何晓棠报道：昨日')).toEqual(['陆一舟', '何晓棠'])
    expect(names(' 记者陆一舟从市政府获悉')).toEqual(['陆一舟'])
    expect(names(' 记者昨日从市政府获悉')).toBeUndefined()
    expect(names('（见第三版）')).toBeUndefined()
    // As they are printed, and nothing of what they report.
    const raw = (text: string) => reportersInDateline(fold(text))?.raw
    expect(raw('（记者陆一舟，何晓棠） 昨日')).toBe('记者陆一舟、何晓棠')
    expect(raw(' 记者陆一舟、何晓棠报道：昨日')).toBe('记者陆一舟、何晓棠')
    expect(raw(' 记者陆一舟从市政府获悉')).toBe('记者陆一舟')
  })

  it('an agency credit at the end is found', () => {
    expect(closingAgency(fold('谢谢！（新华社北京12月31日电）'))).toBe(3)
    expect(closingAgency('他走了(很远)')).toBe(-1)
  })
})

describe('jump lines', () => {
  it.each([
    ['（下转第3版）', '3'],
    ['(下转第三版)', '3'],
    ['说完就走了。（下转第A03版）', 'A3'],
    ['下转02版', '2'],
    ['（转十二版）', '12'],
  ])('%s leads to page %s', (text, page) => {
    expect(readJumpOut(fold(text))).toMatchObject({ page, end: text.length })
  })

  it('begins where the mark begins, so that the sentence before it is kept', () => {
    expect(readJumpOut(fold('说完就走了。（下转第11版）'))).toMatchObject({ start: 6 })
    expect(readJumpIn(fold('（上接第2版）除了'))).toMatchObject({ page: '2', start: 0, end: 7 })
  })

  it.each(['他转到第3版去看', '接第2版的稿子由他写', '再版三次', '（下转第零版）'])('%s is none', (text) => {
    expect(readJumpOut(fold(text))).toBeNull()
    expect(readJumpIn(fold(text))).toBeNull()
  })
})

describe('numbers, dates and furniture', () => {
  it('page numbers are stored as the glossary says', () => {
    expect(['01', '1', 'A03', 'a3', '十二', '二十', '０４', 'B12'].map(readPageNumber)).toEqual([
      '1',
      '1',
      'A3',
      'A3',
      '12',
      '20',
      '4',
      'B12',
    ])
    expect(['0', '', '版', '三x', 'AA1'].map(readPageNumber)).toEqual([null, null, null, null, null])
    expect(['二〇二一', '一百二十', '廿三', '两'].map(readNumeral)).toEqual([2021, 120, 23, 2])
  })

  it('a date that does not exist is none', () => {
    expect(readFullDate('2021年10月9日')).toBe('2021-10-09')
    expect(readFullDate('二〇一二年三月五日')).toBe('2012-03-05')
    expect(readFullDate('2021年2月30日')).toBeNull()
  })

  it.each([
    ['东江日报 第4版 综合新闻', 'folio'],
    ['A6 街坊 东江晚报', 'folio'],
    ['2012年4月23日 星期一 编辑 老麦', 'folio'],
    ['东江日报', 'masthead'],
    ['责任编辑 何晓棠 校对 林远', 'staff'],
    ['白天阴有阵雨 夜间转多云 19℃—25℃', 'weather'],
    ['第8847号 今日12版', 'imprint'],
  ])('%s is furniture', (text, kind) => {
    expect(furnitureKind(fold(text))).toBe(kind)
  })

  it.each(['三百辆公共自行车失联之后', '本报评论员', '2021年10月9日，大会开幕。', '编辑您好'])(
    '%s is none',
    (text) => {
      expect(furnitureKind(fold(text))).toBeNull()
    },
  )

  it('a teaser points to a page', () => {
    expect(isTeaser(fold('老城墙下的早市 5版'))).toBe(true)
    expect(isTeaser(fold('一座桥和它的守护人 见A7版'))).toBe(true)
    expect(isTeaser(fold('再版三次的小书'))).toBe(false)
  })

  it('a span printed twice is found, a word said twice is not', () => {
    expect(doubledSpan('深入厂矿车间深入厂矿车间，为职工')).toEqual({ start: 0, length: 6 })
    expect(doubledSpan('大家商量商量再说')).toBeNull()
    expect(doubledSpan('哈哈哈哈哈哈哈哈')).toBeNull()
  })
})
