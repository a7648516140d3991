import { isName, readNames } from './names.ts'
import { surnameLength } from './surnames.ts'
import type { AuthorReading, AuthorRole } from './types.ts'

/** Who a byline names: writers, photographers (never authors for that alone), and organisations that sign. */
export interface Byline {
  authors: AuthorReading[]
  photoCredits: string[]
  organisations: string[]
}

const han = '\\u3400-\\u9fff'
const outlet = `(?:本报|本刊|本网|本台|本版|新华社|中新社|中央电视台|中央人民广播电台|中国国际广播电台|国际广播电台|(?<![${han}])[${han}]{1,12}?(?:社|报|电视台|广播电台|电台|网|中心|频道))`
const grade = '(?:特约|特派|特派员|见习|实习|首席|高级|全媒体|融媒体|资深|文字|摄影|体育|驻站)*'
const post = '(记者|通讯员|实习生|评论员|撰稿人|撰稿|撰文|采写|编译|翻译|作者|编辑)'
const roleMark = new RegExp(`${outlet}?(?:驻[${han}]{1,10}?)?${grade}${post}(?:站|组|团)?[:\\s]*`, 'g')
const roleHead = new RegExp(`^${outlet}?(?:驻[${han}]{1,10}?)?${grade}${post}[:\\s]*`)
const lead = /^[\s◇◆○●□■△▲☆★◎※□·•*\-—|/]+/
const organisation = new RegExp(
  `^(?:本报|本刊|本网|[${han}]{2,12}(?:日报|晚报|报|社))?(?:特约)?(?:评论员|观察员|编辑部|社论|评论部|报道组|采访组|调研组|课题组|编者|编委会)$`,
)
/** What the name of an organisation ends with. */
export const organisationEnd =
  /(?:局|厅|部|委|办|院|会|公司|集团|中心|大队|支队|总队|分局|法院|学校|大学|医院|银行|协会|学会|社|处|科|所|站|办公室|编辑部|评论部|组委会|工作室|小组)$/
const pictureTail =
  /\s*(摄影报道|图文报道|文[/、·]?[图摄]|图[/、·]?文|摄影|摄|供图|提供|绘图|制图|绘|插图|(?<=\s)(?:图|作))$/
const textTail = /\s*(采访报道|综合报道|报道|编译|整理|供稿|采写|撰文|口述|翻译|(?<=\s)(?:译|文))$/

const roleOf: Record<string, AuthorRole> = {
  记者: 'reporter',
  通讯员: 'correspondent',
  实习生: 'intern',
  评论员: 'commentator',
  编译: 'translator',
  翻译: 'translator',
  编辑: 'editor',
}

/** Whether a folded text begins with a role of the newsroom, such as 本报记者 or 新华社记者. */
export const beginsWithRole = (text: string): boolean => roleHead.test(text)

const stripBrackets = (text: string): string => {
  const match = /^[([【<]\s*(.*?)\s*[)\]】>]$/.exec(text)
  return match && !/[()]/.test(match[1]!) ? match[1]! : text
}

/**
 * Reads a folded text as a byline: role words and names and nothing else. Null for anything with another word in
 * it. `loose` admits names without a known shape (pen names), for places where only a byline can stand.
 */
export function readByline(source: string, loose = false): Byline | null {
  if (source.length > 90) return null
  const glued = loose || /^[([【]/.test(source.trim())
  let text = stripBrackets(source.trim().replace(lead, '').trim()).replace(lead, '')
  if (text === '' || /[。!?;“”"《》<>「」『』…\d]/.test(text)) return null
  const trust = loose ? 'loose' : 'strict'
  const result: Byline = { authors: [], photoCredits: [], organisations: [] }
  if (organisation.test(text.replace(/\s/g, ''))) {
    result.organisations.push(text.replace(/\s/g, ''))
    return result
  }
  text = text.replace(/^(?:新华社|中新社|本报)(?:发|供图)\s*/, '')
  const inner = /^\(([^()]+)\)$/.exec(text)
  if (inner) text = inner[1]!
  const shared = /^(?:文[/、·]?[图摄]|图[/、·]?文|摄影报道|文并图|图文)[:/\s]*(.+)$/.exec(text)
  if (shared) return both(shared[1]!, loose)
  const apart = /^(?:文|撰文)[:/]\s*(.+?)\s+(?:图|摄影|摄)[:/]\s*(.+)$/.exec(text)
  if (apart) return merge(readByline(apart[1]!, true), credit(apart[2]!))
  const apartBack = /^(?:图|摄影|摄)[:/]\s*(.+?)\s+(?:文|撰文)[:/]\s*(.+)$/.exec(text)
  if (apartBack) return merge(credit(apartBack[1]!), readByline(apartBack[2]!, true))
  const pictures = /^(?:图|摄影|摄|图片|制图|漫画|插图)[:/]\s*(.+)$/.exec(text)
  if (pictures) return credit(pictures[1]!)
  text = text.replace(/^(?:文|撰文|作者)[:/]\s*/, '作者 ')
  const tail = pictureTail.exec(text)
  if (tail && text.length - tail[0].length >= 2) {
    const rest = text.slice(0, tail.index).trim()
    const mark = tail[1]!
    if (/文/.test(mark) || mark === '摄影报道') return both(rest, loose)
    // 某某 文 某某 摄: both in one line.
    const two = /^(.+?)\s*文[\s/]+(.+)$/.exec(rest)
    if (two) return merge(readByline(two[1]!, true), credit(two[2]!))
    return credit(rest)
  }
  const words = textTail.exec(text)
  let tailRole: AuthorRole | null = null
  if (words && text.length - words[0].length >= 2 && !isName(text, 'strict')) {
    text = text.slice(0, words.index).trim()
    if (/编译|译/.test(words[1]!)) tailRole = 'translator'
  }
  const note = /^([^()]+?)\s*\([^()]{2,20}\)$/.exec(text)
  if (note) text = note[1]!
  return people(text, { trust, tailRole, result, glued })
}

interface Reading {
  trust: 'strict' | 'loose'
  tailRole: AuthorRole | null
  result: Byline
  glued: boolean
}

function people(text: string, reading: Reading): Byline | null {
  const { tailRole, result } = reading
  let from = 0
  let role: AuthorRole = tailRole ?? 'author'
  let marked = false
  roleMark.lastIndex = 0
  for (let match = roleMark.exec(text); match; match = roleMark.exec(text)) {
    if (!takeNames(text.slice(from, match.index), { ...reading, role, marked })) return null
    role = tailRole ?? roleOf[match[1]!] ?? 'author'
    marked = true
    from = match.index + match[0].length
  }
  if (!takeNames(text.slice(from), { ...reading, role, marked })) return null
  return result.authors.length > 0 || result.organisations.length > 0 ? result : null
}

/** Adds the people that a part of a byline names; false where it names none though it is not empty. */
function takeNames(
  part: string,
  { trust, result, glued, role, marked }: Reading & { role: AuthorRole; marked: boolean },
): boolean {
  const words = part.replace(/^[、,\s]+|[、,\s]+$/g, '')
  if (words === '') return true
  const names =
    readNames(words, marked ? 'loose' : trust) ??
    (glued ? behindWorkplace(words, result) : null) ??
    afterOrganisation(words, result)
  if (!names || names.length > 12) return false
  for (const name of names) result.authors.push({ name, role })
  return true
}

const organisationAndName = new RegExp(`^([${han}]{2,20})\\s+([${han}·]{2,4})$`)

/** 市法律服务中心 某某: the last word is the name, what stands before it says where that person works. */
function afterOrganisation(words: string, result: Byline): string[] | null {
  const match = organisationAndName.exec(words)
  if (!match || !isName(match[2]!, 'strict') || isName(match[1]!, 'strict')) return null
  if (organisationEnd.test(match[1]!)) result.organisations.push(match[1]!)
  return [match[2]!]
}

const workplace = new RegExp(
  `^([${han}○〇]{2,28}(?:省|市|县|区|旗|州|镇|乡|村|街|路|局|厅|部|委|办|院|校|厂|矿|场|店|公司|集团|报社|日报|晚报|社|信箱|中心|学院|大学|中学|小学|学校|党校|幼儿园|医院|银行|分行|支行|法院|检察院|支队|大队|总队|政府|研究所|研究室|办公室|室|所|处|科|站|台|工地|队|团|连|会))([${han}]{2,3}(?:[\\s、][${han}]{2,3})*)$`,
)

/** 四川某市委某某: workplace and name run together, as readers sign; the name must begin with a surname. */
function behindWorkplace(words: string, result: Byline): string[] | null {
  const match = workplace.exec(words)
  if (!match) return null
  const names = readNames(match[2]!, 'strict')
  if (!names || names.some((name) => surnameLength(name) === 0)) return null
  if (organisationEnd.test(match[1]!)) result.organisations.push(match[1]!)
  return names
}

function both(text: string, loose: boolean): Byline | null {
  const byline = readByline(text, loose)
  if (!byline) return null
  return { ...byline, photoCredits: byline.authors.map(({ name }) => name) }
}

function credit(text: string): Byline | null {
  const byline = readByline(text.replace(/^(?:照片由|图片由|本组图片|均由|由)/, ''), true)
  if (!byline) return null
  return {
    authors: [],
    photoCredits: byline.authors.map(({ name }) => name),
    organisations: byline.organisations,
  }
}

function merge(one: Byline | null, other: Byline | null): Byline | null {
  if (!one || !other) return null
  return {
    authors: [...one.authors, ...other.authors],
    photoCredits: [...one.photoCredits, ...other.photoCredits],
    organisations: [...one.organisations, ...other.organisations],
  }
}
