import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage, explainPage, type PageReading } from '../../../src/core/transcript/index.ts'

const folder = new URL('../../fixtures/transcripts/', import.meta.url)
const fixtures = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(`${name}/page.txt`, folder), 'utf8'),
}))

const names = fc.constantFrom('陆一舟', '何晓棠', '段晓平', '秦小满', '欧阳朵', '林远')
/** News of six different matters: a headline, a lead, and paragraphs that go on with it. */
const topics = [
  [
    '老渡口改建成江滨公园',
    '昨日，改建一年的老渡口以江滨公园的面貌重新开放，三座旧吊机留在原地，刷上了鲜亮的橙色。',
    '吊机下面铺了沙坑，孩子们在里面挖出一道道沟渠，引来的江水在日头下闪着光。',
    '管理处说，夜里十点以后园灯调暗，免得惊扰对岸的住户。',
  ],
  [
    '中学生发明盲文点餐牌',
    '近日，第八中学四名学生制作的盲文点餐牌在两家面馆试用，视障食客第一次不用别人念菜单。',
    '点餐牌用废旧塑料瓶盖压成，一块成本不到三元，弄脏了可以直接用水冲洗。',
    '学生们打算把做法写成手册，寄给更多想试一试的店主。',
  ],
  [
    '小麦丰收机手连夜转场',
    '眼下正是夏收时节，全县四百台收割机昼夜不停，三天抢收小麦二十一万亩。',
    '机手们吃住都在车上，一块麦田收完，马上奔向下一个村子。',
    '农技站在路口支起帐篷，免费供应绿豆汤和机油滤芯。',
  ],
  [
    '博物馆夜场听古琴',
    '本月起，市博物馆每周五晚开设夜场，古琴、埙和编磬轮番登台，观众坐在展柜之间聆听。',
    '为了不伤文物，灯光只开三成，演奏者一律不用扩音设备。',
    '首场的一百张门票半小时内约满，馆方决定增加场次。',
  ],
  [
    '地铁末班车延长四十分钟',
    '今晚起，地铁一号线末班车由二十二时三十分延至二十三时十分，方便晚归的乘客。',
    '运营公司抽调六组列车轮换检修，把维护窗口压缩到凌晨三个小时。',
    '沿线十二个站口同步增加夜间公交接驳，票价不变。',
  ],
  [
    '羽毛球少年夺得三金',
    '在刚刚结束的全省少年羽毛球锦标赛上，我市小将连胜五场，一举拿下三枚金牌。',
    '决赛打满三局，最后一分来回三十七拍，看台上的家长都站了起来。',
    '教练说，回去先补半个月的功课，再谈下一项比赛。',
  ],
] as const
const article = fc
  .record({
    topic: fc.constantFrom(...topics),
    authors: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }),
    length: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ topic: [headline, lead, ...rest], authors, length }) => ({
    headline,
    authors,
    lines: [headline, `本报讯（记者 ${authors.join(' ')}）${lead}`, ...rest.slice(0, length)],
  }))
const paragraph = fc.constantFrom(...topics.flatMap(([, ...texts]) => texts))
/** Lines that look like parts of pages, and lines of anything. */
const anyLine = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '　',
      '（下转第3版）',
      '（上接第A02版）',
      '本报讯',
      '第1版',
      '（',
      '——',
      '本报记者',
      '图为',
      '一、',
      '【新华社电】',
      '(',
      '下转第零版',
    ),
  },
  { weight: 2, arbitrary: paragraph },
)
const anyText = fc
  .array(anyLine, { maxLength: 30 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r', '\n\n').map((end) => lines.join(end)))

function checkCover(text: string, reading: PageReading): void {
  expect(reading.lines.map((line) => line.text)).toEqual(
    (text.startsWith('\uFEFF') ? text.slice(1) : text).split(/\r\n|\r|\n/),
  )
  reading.lines.forEach((line, index) => {
    expect(line.line).toBe(index + 1)
    expect(line.role === 'blank').toBe(line.text.trim() === '')
    if (line.role === 'blank') expect(line.article).toBeNull()
    const owners = reading.articles.filter(
      ({ startLine, endLine }) => line.line >= startLine && line.line <= endLine,
    )
    expect(owners.length).toBeLessThanOrEqual(1)
    if (line.article !== null) expect(owners).toEqual([reading.articles[line.article]])
    expect(line.confidence).toBeGreaterThanOrEqual(0)
    expect(line.confidence).toBeLessThanOrEqual(1 + 1e-9)
  })
}

function checkPlaces(reading: PageReading): void {
  const text = (line: number): string => reading.lines[line - 1]!.text
  for (const { place } of reading.diagnostics) {
    expect(place!.line).toBeGreaterThanOrEqual(1)
    expect(place!.line).toBeLessThanOrEqual(reading.lines.length)
    if (place!.column !== undefined) {
      expect(place!.column).toBeGreaterThanOrEqual(1)
      expect(place!.column).toBeLessThanOrEqual(text(place!.line!).length + 1)
    }
    if (place!.endLine !== undefined) expect(place!.endLine).toBeGreaterThanOrEqual(place!.line!)
  }
  for (const { blocks, joins, jumpTo, jumpFrom, startLine, endLine } of reading.articles) {
    for (const block of blocks) {
      expect([
        startLine <= block.startLine,
        block.startLine <= block.endLine,
        block.endLine <= endLine,
      ]).toEqual([true, true, true])
    }
    for (const [from, to] of joins)
      expect([startLine <= from, from < to, to <= endLine]).toEqual([true, true, true])
    for (const jump of [jumpTo, jumpFrom])
      if (jump) expect(jump.line >= startLine && jump.line <= endLine).toBe(true)
  }
}

describe('whatever the string', () => {
  it('reading never throws, covers every line that is not blank exactly once, and keeps places inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const reading = readPage(text)
        checkCover(text, reading)
        checkPlaces(reading)
      }),
      { numRuns: 300 },
    )
  })

  it('every fixture is covered too, and its places lie inside', () => {
    for (const { text } of fixtures) {
      checkCover(text, readPage(text))
      checkPlaces(readPage(text))
    }
  })

  it('the same string gives the same reading, whatever was read between', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const before = readPage(one)
        readPage(other)
        expect(readPage(one)).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })

  it('a line of a million characters is read', () => {
    const reading = readPage(`标题\n\n${'长'.repeat(1_000_000)}`)
    expect(reading.lines).toHaveLength(3)
  })

  it('explaining reads the same and gives a runner-up and evidence for each line', () => {
    for (const { text } of fixtures.slice(0, 8)) {
      const plain = readPage(text)
      const explained = explainPage(text)
      expect(explained.articles).toEqual(plain.articles)
      expect(explained.lines.map(({ role }) => role)).toEqual(plain.lines.map(({ role }) => role))
      for (const line of explained.lines) {
        if (line.role === 'blank') continue
        expect(line.evidence.length).toBeGreaterThan(0)
        expect(line.runnerUp!.score).toBeGreaterThanOrEqual(0)
        expect(line.runnerUp!.score + line.confidence).toBeLessThanOrEqual(1 + 1e-9)
      }
    }
  })
})

describe('reading the parts that were printed gives the same articles', () => {
  const alone = (reading: PageReading, index: number): string => {
    const { startLine, endLine } = reading.articles[index]!
    return reading.lines
      .slice(startLine - 1, endLine)
      .map(({ text }) => text)
      .join('\n')
  }
  const gist = ({ articles }: PageReading): unknown =>
    articles.map(({ headline, authors }) => ({ headline, authors: authors.map(({ name }) => name) }))

  for (const { name, text } of fixtures) {
    it(name, () => {
      const reading = readPage(text)
      reading.articles.forEach((_, index) => {
        const again = readPage(alone(reading, index))
        expect(gist(again)).toEqual([(gist(reading) as unknown[])[index]])
      })
    })
  }

  it('holds for pages composed of well-formed news, whose articles are all found', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(article, { minLength: 2, maxLength: 6, selector: ({ headline }) => headline }),
        (articles) => {
          const reading = readPage(articles.flatMap(({ lines }) => lines).join('\n\n'))
          expect(gist(reading)).toEqual(articles.map(({ headline, authors }) => ({ headline, authors })))
          reading.articles.forEach((_, index) => {
            expect(gist(readPage(alone(reading, index)))).toEqual([(gist(reading) as unknown[])[index]])
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('encodings', () => {
  it('GB18030 and UTF-8 bytes of a page decode to one reading', () => {
    const encode = gb18030Encoder()
    for (const { text } of fixtures) {
      const bytes = encode(text)
      const decoded = new TextDecoder('gb18030').decode(bytes)
      expect(decoded).toBe(text)
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
      expect(readPage(decoded)).toEqual(readPage(new TextDecoder().decode(new TextEncoder().encode(text))))
    }
  })
})

/** Node decodes GB18030 and does not encode it: the table is read off the decoder. */
function gb18030Encoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(high, low))
      if (sign.length === 1 && !table.has(sign)) table.set(sign, [high, low])
    }
  }
  return (text) =>
    Uint8Array.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : table.get(sign)!)))
}
