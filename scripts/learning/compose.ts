import { readFileSync } from 'node:fs'
import { readDateline } from '../../src/core/transcript/dateline.ts'
import { fold } from '../../src/core/transcript/fold.ts'
import type { Label } from '../../src/core/transcript/labels.ts'
import type { GoldPage } from './gold.ts'
import type { MarkedLine } from './marked.ts'
import { labelsOf } from './teach.ts'

/** Words that pages are composed of, taken from pages that may be learned from. */
export interface Stock {
  titles: string[]
  paragraphs: string[]
  /** First paragraphs of news, without their datelines. */
  leads: string[]
  names: string[]
}

const letters: Record<string, Label> = {
  A: 'apart',
  K: 'kicker',
  H: 'headline',
  U: 'under',
  B: 'byline',
  O: 'opening',
  P: 'body',
  I: 'inset',
  C: 'closing',
}
const rubrics =
  '百姓故事 读者来信 街谈巷议 今日话题 市井人生 热点追踪 法治在线 健康顾问 理财课堂 校园内外 文化茶座 灯下漫笔 人间万象 往事 杂谈 记者观察 社区新事 乡村走笔 凡人小事 海外见闻 国际观察 环球扫描 体坛快讯 足坛纵横 周末特刊 特别报道 深度调查 新闻评论 本报时评 经济视点 消费提醒 旅游天地 美食地图 城市记忆 老照片 人物 读书 书评 影视圈 艺术长廊 诗苑 随笔 短论 一家之言 七嘴八舌 读者之声 便民服务 天气 视野 前沿 回声 声音 焦点 探访 民生 热线 聚焦春运 走基层 两会访谈'.split(
    ' ',
  )
const places = '北京 上海 东京 巴黎 伦敦 开罗 曼谷 莫斯科 堪培拉 武汉 成都 兰州 里斯本 内罗毕'.split(' ')

/** The pieces of pages written for learning. */
export const blocks: { label: Label; text: string }[][] = readFileSync(
  new URL('./blocks.txt', import.meta.url),
  'utf8',
)
  .split(/\n\s*\n/)
  .map((piece) =>
    piece
      .split('\n')
      .filter((row) => /^[A-Z]\|/.test(row))
      .map((row) => ({ label: letters[row[0]!]!, text: row.slice(2) })),
  )
  .filter((piece) => piece.length > 0)

/** Gathers the stock from pages. */
export function stockOf(pages: readonly GoldPage[]): Stock {
  const stock: Stock = { titles: [], paragraphs: [], leads: [], names: [] }
  for (const page of pages) {
    for (const article of page.articles) {
      if (article.headline) stock.titles.push(article.headline.replace(/[（(][^（()）]*[)）]$/, ''))
      stock.names.push(...article.authors)
    }
    for (const { label, text } of labelsOf(page)) {
      const lead = label === 'opening' || label === 'body' ? leadOf(text, label === 'opening') : null
      if (lead) stock.leads.push(lead)
      if (
        label === 'body' &&
        text.length > 40 &&
        text.length < 400 &&
        !/[)）]$/.test(text) &&
        /。$/.test(text)
      )
        stock.paragraphs.push(text)
    }
  }
  return stock
}

/** A first paragraph without dateline, reporters and closing names; null for a paragraph that is none. */
function leadOf(text: string, opening: boolean): string | null {
  const dateline = readDateline(fold(text).trim())
  if (!dateline && !opening) return null
  const rest = text
    .trim()
    .slice(dateline?.raw.length ?? 0)
    .trim()
    .replace(/^[(（][^()（）]{2,40}[)）]\s*/, '')
    .replace(/^(?:[\u4e00-\u9fff、]{0,12}记者)[\u4e00-\u9fff、]{2,30}?报道[：:]/, '')
    .replace(/[(（][^()（）]{2,20}[)）]$/, '')
    .trim()
  return rest.length > 36 && /[。！？”』]$/.test(rest) && !/^记者|^[(（]/.test(rest) ? rest : null
}

/** Composes a page: furniture, then pieces and whole real articles in a random order, then furniture. */
export function composePage(
  stock: Stock,
  articles: readonly MarkedLine[][],
  random: () => number,
): MarkedLine[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const pieces: { label: Label; text: string }[][] = []
  const few = random() < 0.2
  const count = few ? 1 + Math.floor(random() * 2) : 4 + Math.floor(random() * 9)
  const own = random() < 0.7 ? 0.75 : 0.3
  for (let at = 0; at < count; at++) {
    if (random() < own)
      pieces.push(fill(pick(blocks.filter((block) => block[0]!.label !== 'apart')), stock, { pick, random }))
    else pieces.push(pick(articles))
  }
  if (random() < 0.35)
    pieces.unshift(fill(pick(blocks.filter((block) => block[0]!.label === 'apart')), stock, { pick, random }))
  if (!few && random() < 0.7) pieces.unshift(folioHead(stock, { pick, random }))
  if (!few && random() < 0.6)
    pieces.push(
      fill(pick(blocks.filter((block) => block[0]!.label === 'apart' && block.length === 1)), stock, {
        pick,
        random,
      }),
    )
  const usual = random() < 0.8 ? 1 : 0
  return pieces.flatMap((piece) => {
    const tight = random() < 0.15
    return piece.map(({ label, text }, at) => ({
      label,
      text,
      gap: tight && at > 0 ? 0 : random() < 0.93 ? usual : Math.floor(random() * 3),
    }))
  })
}

const penNames =
  '南山樵夫 老北风 清江渔人 半亩方塘 一叶知秋 河边柳 阿城 墨耕 云中客 铁匠老孟 小城故人 听雨 石头记 北门散人 田间老汉 青衫客'.split(
    ' ',
  )

/** A heading row of two phrases of one length. */
function pairOf(stock: Stock, { pick, random }: Draw): string {
  const size = 5 + Math.floor(random() * 5)
  const plain = stock.titles
    .map((title) => title.replace(/[“”《》『』：——\d]/g, ''))
    .filter((title) => title.length >= size * 2)
  const title = pick(plain)
  return `${title.slice(0, size)} ${title.slice(-size)}`
}

/** A heading inside a body: a few words, two phrases, words in quotes, or numbered ones. */
function crossOf(stock: Stock, { pick, random }: Draw): string {
  const kind = random()
  if (kind < 0.25) return pairOf(stock, { pick, random })
  const words = pick(stock.titles)
    .replace(/[“”《》『』：——]/g, '')
    .slice(0, 4 + Math.floor(random() * 9))
  if (kind < 0.35) return `“${words}”`
  if (kind < 0.45) return `${pick([...'一二三四五'])}、${words}`
  if (kind < 0.5) return `${words}？`
  return words
}

interface Draw {
  pick: <T>(list: readonly T[]) => T
  random: () => number
}

function fill(
  piece: readonly { label: Label; text: string }[],
  stock: Stock,
  { pick, random }: Draw,
): { label: Label; text: string }[] {
  return piece.map(({ label, text }) => ({
    label,
    text: text.replace(/\{(\w+)\}/g, (_, what: string) => {
      if (what === 'lead') return cut(pick(stock.leads), random)
      if (what === 'brief') return pick(stock.titles.filter((title) => title.length <= 12))
      if (what === 'head') return pick(stock.titles.filter((title) => title.length <= 14))
      if (what === 'cross') return crossOf(stock, { pick, random })
      if (what === 'pair') return pairOf(stock, { pick, random })
      if (what === 'pen') return pick(penNames)
      if (what === 'title') return pick(stock.titles)
      if (what === 'short')
        return pick(stock.titles)
          .replace(/[“”《》『』：——]/g, '')
          .slice(0, 4 + Math.floor(random() * 6))
      if (what === 'name') return spaced(pick(stock.names), random)
      if (what === 'names')
        return random() < 0.5
          ? pick(stock.names)
          : `${pick(stock.names)}${random() < 0.5 ? ' ' : '、'}${pick(stock.names)}`
      if (what === 'rubric') return pick(rubrics)
      if (what === 'para') return cut(pick(stock.paragraphs), random)
      if (what === 'place') return pick(places)
      return String(1 + Math.floor(random() * 9))
    }),
  }))
}

/** Some paragraphs are shortened to one or two of their sentences, as briefs are. */
function cut(text: string, random: () => number): string {
  if (random() < 0.5) return text
  const sentences = text.match(/[^。！？]+[。！？][”』]?/g) ?? [text]
  return sentences.slice(0, 1 + Math.floor(random() * 2)).join('')
}

const spaced = (name: string, random: () => number): string =>
  name.length === 2 && random() < 0.15 ? `${name[0]} ${name[1]}` : name

function folioHead(stock: Stock, { pick, random }: Draw): { label: Label; text: string }[] {
  const paper = pick(['清江日报', '北河晚报', '东原早报', '南城都市报', '海州日报', '云岭晨报'])
  const page = 1 + Math.floor(random() * 16)
  const year = 1995 + Math.floor(random() * 28)
  const month = 1 + Math.floor(random() * 12)
  const day = 1 + Math.floor(random() * 28)
  const date = `${year}年${month}月${day}日 星期${pick([...'一二三四五六日'])}`
  const name = pick([
    '要闻',
    '综合',
    '国际',
    '体育',
    '文化',
    '社会',
    '副刊',
    '经济',
    '民生',
    '教育',
    '都市',
    '时政',
  ])
  const staff = pick([
    `责任编辑 ${pick(stock.names)} 校对 ${pick(stock.names)}`,
    `编辑：${pick(stock.names)} 美编：${pick(stock.names)}`,
    `责编/${pick(stock.names)} 版式/${pick(stock.names)} 热线 5550000`,
  ])
  const rows = pick([
    [paper, date],
    [`第${page}版 ${name}`, date],
    [`${paper} 第${page}版 ${name}`, date, staff],
    [`A${String(page).padStart(2, '0')} ${name} ${date}`, staff],
    [`${String(page).padStart(2, '0')} ${name}`, `${date} ${staff}`],
    [
      paper,
      `${date} 第${1000 + Math.floor(random() * 9000)}期 今日${pick(['8', '12', '16', '24'])}版`,
      '白天多云 夜间有小雨 8℃—17℃',
    ],
    [`${date} 第${page}版 ${name}`],
    [`${page}版`],
    [`${name} ${page} ${date}`],
  ])
  return rows.map((text) => ({ label: 'apart' as Label, text }))
}
