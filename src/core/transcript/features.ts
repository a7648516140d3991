import { cohesionOf, type CommonPairs } from './cohesion.ts'
import { organisationEnd } from './byline.ts'
import { classes, classOf, shapes, type Cues, type Shape } from './cues.ts'
import { isRubricShape } from './rubrics.ts'
import type { SourceLine } from './lines.ts'
import { surnameLength } from './surnames.ts'

interface Group {
  name: string
  parts: readonly (readonly string[])[]
  base: number
}

const groups: Group[] = []
let size = 0

/** Declares a group of features, one for each combination of its one to three parts; returns how to number one. */
function group(
  name: string,
  ...parts: (readonly string[])[]
): (first: number, second?: number, third?: number) => number {
  const base = size
  groups.push({ name, parts, base })
  size += parts.reduce((product, part) => product * part.length, 1)
  // Asked some forty times for each line of a page: no lists are made here.
  const thirds = parts[2]?.length ?? 1
  const seconds = (parts[1]?.length ?? 1) * thirds
  return (first, second = 0, third = 0) => base + first * seconds + second * thirds + third
}

const lengths = [
  '1-2',
  '3-4',
  '5-7',
  '8-10',
  '11-14',
  '15-19',
  '20-25',
  '26-34',
  '35-44',
  '45-60',
  '61-90',
  '91-150',
  '151-250',
  '251+',
]
const lengthEnds = [2, 4, 7, 10, 14, 19, 25, 34, 44, 60, 90, 150, 250]
const endings = ['open', 'ended', 'closed', 'edge', 'announces']
const lasts = ['。', '!?', ':', ',、;', ')', '”', '》', '…', 'digit', 'han', 'other']
const firsts = ['“', '《', '(', '—', '●', 'digit', 'latin', 'han', 'other']
const counts = ['0', '1', '2', '3-5', '6-9', '10+']
const untils = [...counts, 'none']
const gaps = ['less', 'same', 'more', 'much more']
const ties = ['0', '1', '2', '3-4', '5-7', '8-12', '13-20', '21+']
const shares = ['0', '<2%', '<5%', '<9%', '<14%', '<22%', '<35%', '35%+']
const openers = ['continues', 'begins', 'picture', 'none']
const yesNo = ['no', 'yes']
const zones = ['none', 'dateline', 'byline', 'plain']
const marks = [
  'space',
  'colon',
  'quote',
  'book',
  'figure',
  'comma',
  'suffix',
  'question',
  'dash',
  'dot',
  'bracket',
  'semicolon',
  'picture',
  'rubric',
  'organisation',
  'tiny',
  'contents',
]

const always = group('always', ['1'])
const shapeIs = group('shape', shapes)
const shapeAfter = group('after-shape', shapes, shapes)
const shapeBefore = group('shape-before', shapes, shapes)
const between = group('between', classes, shapes, classes)
const ahead = group('ahead', shapes, classes, classes)
const behind = group('behind', classes, classes, shapes)
const lengthIs = group('length', lengths)
const shapeLength = group('shape-length', shapes, lengths)
const endBefore = group('end-before', endings, shapes)
const endBeforeNext = group('end-before-next', endings, shapes, classes)
const endIs = group('end', endings)
const lastIs = group('last', lasts)
const lastBefore = group('last-before', lasts, classes)
const firstIs = group('first', firsts)
const firstShape = group('first-class', firsts, classes)
const gapIs = group('gap', gaps)
const gapShape = group('gap-class', gaps, classes, endings)
const gapAfter = group('gap-after', gaps, classes)
const sharedBefore = group('shared-before', shares, classes)
const sharedAfter = group('shared-after', shares, classes)
const tiesBack = group('ties-back', ties, classes)
const tiesNear = group('ties-near', ties, classes)
const tiesOver = group('ties-over', ties, classes)
const tiesForth = group('ties-forth', ties, classes)
const tiesSum = group('ties-sum', ties, shapes)
const tiesNext = group('ties-next', ties, classes)
const tiesEnd = group('ties-end', ties, endings, classes)
const datelinesSince = group('datelines-since', counts, counts, shapes)
const leads = ['none', 'at once', 'soon', 'late']
const styles = ['unknown', 'same', 'other']
const datelineKinds = ['plain', 'dated', 'according']
const leadIs = group('lead-date', leads, classes, endings)
const styleBack = group('style-back', styles, classes)
const datelineKind = group('dateline-kind', datelineKinds, endings, counts)
const datelineGap = group('dateline-gap', datelineKinds, gaps, counts)
const openerIs = group('opener', openers, classes)
const openerEnd = group('opener-end', openers, endings, classes)
const titleMark = group('title-mark', marks)
const topIs = group('top', ['1', '2', '3', '4+'], classes)
const fromEnd = group('from-end', ['1', '2', '3+'], classes)
const sinceTitle = group('since-title', counts, shapes)
const untilTitle = group('until-title', untils, classes)
const zoneIs = group('zone', zones, counts, classes)
const zoneNext = group('zone-title', zones, classes, lengths)
const runIs = group('run', counts, classes)
const runBack = group('run-back', counts, shapes)
const indentIs = group('indent', ['none on page', 'yes', 'no'], classes)
const indentNext = group(
  'indent-title',
  ['none on page', 'yes', 'no'],
  ['none on page', 'yes', 'no'],
  classes,
)
const alikeLength = group('alike-length', yesNo, classes)
const tailAlone = group('closed-dateline', endings, classes)
const lengthPair = group('length-pair', lengths, lengths, ['title', 'prose', 'other'])
/** Whether what looks like a name begins with a surname, and what stands around it. */
const nameLook = group('name-look', yesNo, classes, classes)
const pageStyle = group('page-style', ['no datelines', 'few', 'many'], shapes)

/** How many features there are: ids are below it. */
export const featureCount = size

/** The readable name of a feature, such as `shape-before:title|dateline`. */
export function featureName(id: number): string {
  const found = groups.findLast(({ base }) => base <= id)!
  const values: string[] = []
  let rest = id - found.base
  for (let at = found.parts.length - 1; at >= 0; at--) {
    const part = found.parts[at]!
    values.unshift(part[rest % part.length]!)
    rest = Math.floor(rest / part.length)
  }
  return `${found.name}:${values.join('|')}`
}

const groupNamed = new Map(groups.map((one) => [one.name, one]))

/** The id of a feature's name, or null where this version has no such feature. */
export function featureId(name: string): number | null {
  const colon = name.indexOf(':')
  const found = groupNamed.get(name.slice(0, colon))
  if (!found) return null
  const values = name.slice(colon + 1).split('|')
  let index = 0
  for (const [at, part] of found.parts.entries()) {
    const value = part.indexOf(values[at] ?? '')
    if (value < 0) return null
    index = index * part.length + value
  }
  return found.base + index
}

const shapeNumber = Object.fromEntries(shapes.map((shape, index) => [shape, index])) as Record<Shape, number>
const classNumber = shapes.map((shape) => classes.indexOf(classOf[shape]))
const TITLE = classes.indexOf('title')
const PROSE = classes.indexOf('prose')
const DATELINE = classes.indexOf('dateline')
const BYLINE = classes.indexOf('byline')

const bucket = (value: number, ends: readonly number[]): number => {
  let at = 0
  while (at < ends.length && value > ends[at]!) at++
  return at
}
const count = (value: number): number => (value <= 2 ? value : value <= 5 ? 3 : value <= 9 ? 4 : 5)
const share = (value: number): number =>
  value === 0
    ? 0
    : value < 0.02
      ? 1
      : value < 0.05
        ? 2
        : value < 0.09
          ? 3
          : value < 0.14
            ? 4
            : value < 0.22
              ? 5
              : value < 0.35
                ? 6
                : 7

const tie = (value: number): number =>
  value <= 2 ? value : value <= 4 ? 3 : value <= 7 ? 4 : value <= 12 ? 5 : value <= 20 ? 6 : 7

function lastClass(text: string): number {
  const unit = text.charAt(text.length - 1)
  if (unit === '。') return 0
  if (unit === '!' || unit === '?') return 1
  if (unit === ':') return 2
  if (unit === ',' || unit === '、' || unit === ';') return 3
  if (unit === ')' || unit === '】' || unit === ']') return 4
  if (unit === '”' || unit === '』' || unit === '’' || unit === '"') return 5
  if (unit === '》') return 6
  if (unit === '…' || unit === '—') return 7
  if (unit >= '0' && unit <= '9') return 8
  return unit >= '\u3400' && unit <= '\u9fff' ? 9 : 10
}

function firstClass(text: string): number {
  const unit = text.charAt(0)
  if (unit === '“' || unit === '『' || unit === '"' || unit === '‘') return 0
  if (unit === '《') return 1
  if (unit === '(' || unit === '【' || unit === '[') return 2
  if (unit === '—' || unit === '-') return 3
  if (/[●■◆▲★☆◇○□△※*＊•·]/.test(unit)) return 4
  if (unit >= '0' && unit <= '9') return 5
  if (/[A-Za-z]/.test(unit)) return 6
  return unit >= '\u3400' && unit <= '\u9fff' ? 7 : 8
}

const continues =
  /^(?:他|她|它|这|那|该|此|其|据悉|据介绍|据了解|据统计|目前|同时|另外|此外|但|而|然而|不过|因此|所以|为此|对此|于是|会议|与会|双方|报告|通知|通告|声明|文章|论文|首先|其次|再次|最后|总之|第[一二三四五]|一是|二是|三是|又如|例如|比如|当然|其实|如今|现在|后来|接着|随后|之后|与此|在此|除了|除此|尽管|虽然|由于|正是|可以|可是|还有|有的|有人|我们|我|你|您|咱|大家|记者(?!节)|会上|会后|座谈|参加|陪同|出席|今后|下一步|多年|几年|一年来|五年|据说|谈到|说到|有关|上述|作为|从而|否则|答:|问:)/
const begins =
  /^(?:日前|近日|最近|前不久|不久前|昨日|昨天|今天|今日|今年|去年|本月|本周|日内|由[^,。]{2,24}(?:主办|举办|组织|联合)|\d{1,2}月\d{1,2}日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|\d{1,2}日|截至|为[^,。]{4,24},|经[^,。]{2,16}批准|一场|一部|首届|第[一二三四五六七八九十]+届|全国|中国|我国|国家|我市|我省|编辑同志)/
/** Somebody is quoted at once: 施工单位介绍，… goes on with what was told before. */
const quotes =
  /^[\u4e00-\u9fff]{2,14}(?:说|介绍|介绍说|表示|认为|提醒|指出|强调|告诉记者|告诉他|透露|建议|希望|坦言|解释|回忆)[,:]/
const pictureHead = /^(?:图为|图:|这是|上图|下图|左图|右图|\d{1,2}月\d{1,2}日,[^。]{2,40}(?:在|正|将))/

const soonDate =
  /(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|日前|近日|最近|昨日|昨天|昨晚|今天|今日|今晨|今晚|本月|上月|本周|上周|不久前|目前|去年|今年|前天|近来|连日来|截至|从.{1,8}起/

/** Where in a line its first date word stands, as news leads have one: none, at once, soon, late. */
function leadDate(text: string): number {
  const match = soonDate.exec(text.slice(0, 44))
  return match === null ? 0 : match.index < 8 ? 1 : match.index < 20 ? 2 : 3
}

/** How a line writes its dates and quotations: 1 with figures and “”, 2 with numerals and 『』, 0 unknown. */
function numeralStyle(text: string): number {
  const window = text.slice(0, 240)
  const old = /[一二三四五六七八九十〇]{1,3}[日月年](?!来)|『/.test(window)
  const plain = /\d[日月年]|“/.test(window)
  return old === plain ? 0 : old ? 2 : 1
}

const compareStyle = (one: number, other: number): number =>
  one === 0 || other === 0 ? 0 : one === other ? 1 : 2

/** What holds for the lines of a page: ids of features, those of line `at` from `ends[at]` to `ends[at + 1]`. */
export interface PageFeatures {
  ids: Int32Array
  ends: Int32Array
}

/** The ids of what holds for one line. */
export const featuresOf = ({ ids, ends }: PageFeatures, at: number): Int32Array =>
  ids.subarray(ends[at]!, ends[at + 1]!)

/** More than hold for any one line. */
const mostOfLine = 80

/** Features of every line of a page. */
export function pageFeatures(
  lines: readonly SourceLine[],
  cues: readonly Cues[],
  common: CommonPairs,
): PageFeatures {
  const total = lines.length
  const cohesion = cohesionOf(
    lines.map(({ text }) => text),
    common,
  )
  const shape = new Uint8Array(total + 4)
  const end = new Uint8Array(total + 4).fill(3)
  const indented = new Uint8Array(total)
  let datelines = 0
  let indents = 0
  let prose = 0
  const gapCounts = [0, 0, 0, 0]
  for (let at = 0; at < total; at++) {
    const one = cues[at]!
    shape[at + 2] = shapeNumber[one.shape]
    end[at + 2] =
      one.tail || one.agencyTail >= 0 || one.jumpOut || one.shape === 'bracketNames' || one.shape === 'credit'
        ? 2
        : /[:—]$/.test(lines[at]!.text)
          ? 4
          : one.ended
            ? 1
            : 0
    if (one.dateline) datelines++
    const line = lines[at]!
    indented[at] = line.offset > 0 ? 1 : 0
    if (line.text.length > 30) {
      prose++
      indents += indented[at]!
    }
    gapCounts[Math.min(3, line.gap)]!++
  }
  const usualGap = gapCounts.indexOf(Math.max(...gapCounts))
  const indents2 = indents * 3 > prose && indents > 1
  const style = datelines === 0 ? 0 : datelines * 6 < total ? 1 : 2
  const classAt = (at: number): number => classNumber[shape[at + 2]!]!
  const indentAt = (at: number): number => (!indents2 || at < 0 || at >= total ? 0 : indented[at] ? 1 : 2)
  const gapAt = (at: number): number => {
    if (at >= total) return 1
    const gap = lines[at]!.gap
    return gap < usualGap ? 0 : gap === usualGap ? 1 : gap <= usualGap + 1 ? 2 : 3
  }
  const until = new Int32Array(total + 1).fill(1000)
  for (let at = total - 1; at >= 0; at--) {
    const one = classAt(at)
    until[at] = one === TITLE || one === DATELINE ? 0 : until[at + 1]! + 1
  }
  const ids = new Int32Array(total * mostOfLine)
  const ends = new Int32Array(total + 1)
  let size = 0
  let since = 0
  let zone = 0
  let zoneAge = 0
  let run = 0
  let datelinesBack = 0
  let styleNear = 0
  const numerals = Uint8Array.from(lines, ({ text }) => numeralStyle(text))
  const styleAt = (at: number): number => numerals[at]!
  for (let at = 0; at < total; at++) {
    const line = lines[at]!
    const one = cues[at]!
    const { text } = line
    const length = text.length
    const here = shape[at + 2]!
    const kind = classNumber[here]!
    const shapeBack = shape[at + 1]!
    const shapeAhead = shape[at + 3]!
    const classBack = classAt(at - 1)
    const classBack2 = at > 1 ? classAt(at - 2) : 0
    const classAhead = at + 1 < total ? classAt(at + 1) : 0
    const classAhead2 = at + 2 < total ? classAt(at + 2) : 0
    const endBack = end[at + 1]!
    const lengthHere = bucket(length, lengthEnds)
    const gap = gapAt(at)
    const short = length <= 24 && kind !== DATELINE
    run = short ? run + 1 : 0
    let runAhead = 0
    while (at + 1 + runAhead < total && runAhead < 10 && lines[at + 1 + runAhead]!.text.length <= 24)
      runAhead++
    const back = share(cohesion.back[at]! / (cohesion.own[at]! || 1))
    const forth = share(cohesion.forth[at]! / (cohesion.own[at]! || 1))
    const tiedBack = tie(cohesion.back[at]!)
    const tiedForth = tie(cohesion.forth[at]!)
    const tiedSum = tie(cohesion.back[at]! + cohesion.over[at]!)
    const opener = pictureHead.test(text)
      ? 2
      : continues.test(text) || quotes.test(text)
        ? 0
        : begins.test(text)
          ? 1
          : 3
    const lead = leadDate(text)
    const style2 = compareStyle(styleAt(at), styleNear)
    const untilBucket = until[at + 1]! >= 1000 ? 6 : count(until[at + 1]!)
    ids[size++] = always(0)
    ids[size++] = shapeIs(here)
    ids[size++] = shapeAfter(shapeBack, here)
    ids[size++] = shapeBefore(here, shapeAhead)
    ids[size++] = between(classBack, here, classAhead)
    ids[size++] = ahead(here, classAhead, classAhead2)
    ids[size++] = behind(classBack2, classBack, here)
    ids[size++] = lengthIs(lengthHere)
    ids[size++] = shapeLength(here, lengthHere)
    ids[size++] = endBefore(endBack, here)
    ids[size++] = endBeforeNext(endBack, here, classAhead)
    ids[size++] = endIs(end[at + 2]!)
    ids[size++] = lastIs(lastClass(text))
    ids[size++] = lastBefore(at > 0 ? lastClass(lines[at - 1]!.text) : 10, kind)
    ids[size++] = firstIs(firstClass(text))
    ids[size++] = firstShape(firstClass(text), kind)
    ids[size++] = gapIs(gap)
    ids[size++] = gapShape(gap, kind, endBack)
    ids[size++] = gapAfter(gapAt(at + 1), kind)
    ids[size++] = openerIs(opener, kind)
    ids[size++] = openerEnd(opener, endBack, kind)
    ids[size++] = leadIs(lead, kind, endBack)
    ids[size++] = styleBack(style2, kind)
    ids[size++] = topIs(Math.min(at, 3), kind)
    ids[size++] = fromEnd(Math.min(total - 1 - at, 2), kind)
    ids[size++] = sinceTitle(count(since), here)
    ids[size++] = untilTitle(untilBucket, kind)
    ids[size++] = datelinesSince(count(datelinesBack), count(since), here)
    ids[size++] = zoneIs(zone, count(zoneAge), kind)
    ids[size++] = runIs(count(run + runAhead), kind)
    ids[size++] = runBack(count(run), here)
    ids[size++] = indentIs(indentAt(at), kind)
    ids[size++] = indentNext(indentAt(at), indentAt(at + 1), kind)
    ids[size++] = pageStyle(style, here)
    ids[size++] = lengthPair(
      lengthHere,
      at + 1 < total ? bucket(lines[at + 1]!.text.length, lengthEnds) : 0,
      kind === TITLE ? 0 : kind === PROSE ? 1 : 2,
    )
    if (length >= 4) {
      ids[size++] = sharedBefore(back, kind)
      ids[size++] = sharedAfter(forth, kind)
      ids[size++] = tiesBack(tiedBack, kind)
      ids[size++] = tiesNear(tie(cohesion.near[at]!), kind)
      ids[size++] = tiesOver(tie(cohesion.over[at]!), kind)
      ids[size++] = tiesForth(tiedForth, kind)
      ids[size++] = tiesSum(tiedSum, here)
      ids[size++] = tiesEnd(tiedSum, endBack, kind)
      if (at + 1 < total) ids[size++] = tiesNext(tie(cohesion.back[at + 1]!), kind)
    }
    if (kind === TITLE || kind === BYLINE) {
      ids[size++] = zoneNext(zone, classAhead, lengthHere)
      if (text.includes(' ')) ids[size++] = titleMark(0)
      if (text.includes(':')) ids[size++] = titleMark(1)
      if (/[“『]/.test(text)) ids[size++] = titleMark(2)
      if (text.includes('《')) ids[size++] = titleMark(3)
      if (/\d/.test(text)) ids[size++] = titleMark(4)
      if (text.includes(',')) ids[size++] = titleMark(5)
      if (/\((?:附?图片|组图|漫画|篆刻|图|诗|摄影|外[一二三]|[一二三四五六七八九十\d]+)[^)]*\)$/.test(text))
        ids[size++] = titleMark(6)
      if (/[?!]/.test(text)) ids[size++] = titleMark(7)
      if (text.includes('——')) ids[size++] = titleMark(8)
      if (text.includes('·')) ids[size++] = titleMark(9)
      if (text.includes('(')) ids[size++] = titleMark(10)
      if (text.includes(';')) ids[size++] = titleMark(11)
      if (/^(?:图片新闻|图片报道|图说|新闻图片|.{0,4}图片$)/.test(text)) ids[size++] = titleMark(12)
      if (length <= 12 && isRubricShape(text)) ids[size++] = titleMark(13)
      if (length <= 24 && organisationEnd.test(text)) ids[size++] = titleMark(14)
      if (length <= 4) ids[size++] = titleMark(15)
      if (length <= 10 && /导读|更多|要目|看点|提要|索引/.test(text)) ids[size++] = titleMark(16)
      if (kind === BYLINE && length <= 12 && one.byline?.organisations.length === 0)
        ids[size++] = nameLook(
          surnameLength(text.replace(/[\s○〇◎·]/g, '')) > 0 ? 1 : 0,
          classBack,
          classAhead,
        )
      const before = at > 0 ? lines[at - 1]!.text.length : 0
      const after = at + 1 < total ? lines[at + 1]!.text.length : 0
      ids[size++] = alikeLength(Math.abs(before - length) <= 1 || Math.abs(after - length) <= 1 ? 1 : 0, kind)
    }
    if (one.dateline) {
      const sort = one.dateline.date ? 1 : /^[【[(]?据/.test(text) ? 2 : 0
      ids[size++] = datelineKind(sort, endBack, count(datelinesBack))
      ids[size++] = datelineGap(sort, gap, count(datelinesBack))
    }
    if (one.dateline) ids[size++] = tailAlone(end[at + 2]!, classBack)
    ends[at + 1] = size
    if (kind === TITLE) {
      since = 0
      if (classAhead === DATELINE) zone = 1
      else if (classAhead === BYLINE || (classAhead === TITLE && classAhead2 === BYLINE)) zone = 2
      else if (zone === 0) zone = 3
      if (classAhead === DATELINE || classAhead === BYLINE || classAhead2 === BYLINE) zoneAge = 0
    } else since++
    if (kind === TITLE) datelinesBack = 0
    else if (kind === DATELINE) datelinesBack++
    zoneAge++
    if (styleAt(at) !== 0) styleNear = styleAt(at)
    if (kind === TITLE) styleNear = 0
  }
  return { ids, ends }
}
