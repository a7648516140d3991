import { beginsWithRole, readByline, type Byline } from './byline.ts'
import { closingAgency, readDateline } from './dateline.ts'
import { readJumpIn, readJumpOut, type JumpMark } from './jumps.ts'
import type { Dateline } from './types.ts'
import { furnitureKind, isTeaser, type FurnitureKind } from './furniture.ts'

/** The coarse shape of a line: what it looks like before anything around it is considered. */
export const shapes = [
  'edge',
  'title',
  'longTitle',
  'shortSentence',
  'ended',
  'open',
  'dateline',
  'roleByline',
  'names',
  'bracketNames',
  'bracketOther',
  'endsWithNames',
  'endsWithAgency',
  'credit',
  'caption',
  'jumpIn',
  'jumpOut',
  'furniture',
  'teaser',
  'numberedTitle',
  'numbered',
  'bullet',
  'dash',
  'table',
  'salutation',
  'date',
  'noticeTitle',
  'contact',
  'note',
  'repeat',
  'label',
  'quoteLine',
  'openShort',
  'bulletTitle',
  'dashShort',
] as const
/** One of `shapes`. */
export type Shape = (typeof shapes)[number]

/** Shapes in a few classes, for what stands further off. */
export const classes = [
  'edge',
  'title',
  'prose',
  'dateline',
  'byline',
  'closing',
  'apart',
  'row',
  'jumpIn',
  'caption',
  'dash',
] as const
/** One of `classes`. */
export type ShapeClass = (typeof classes)[number]

/** The class of each shape. */
export const classOf: Record<Shape, ShapeClass> = {
  edge: 'edge',
  title: 'title',
  longTitle: 'title',
  numberedTitle: 'title',
  noticeTitle: 'title',
  label: 'caption',
  bulletTitle: 'title',
  openShort: 'prose',
  dashShort: 'dash',
  shortSentence: 'prose',
  quoteLine: 'prose',
  ended: 'prose',
  open: 'prose',
  numbered: 'prose',
  bullet: 'prose',
  dash: 'prose',
  note: 'prose',
  repeat: 'prose',
  salutation: 'prose',
  dateline: 'dateline',
  roleByline: 'byline',
  names: 'byline',
  bracketNames: 'closing',
  bracketOther: 'closing',
  endsWithNames: 'closing',
  endsWithAgency: 'closing',
  credit: 'closing',
  jumpOut: 'closing',
  caption: 'caption',
  jumpIn: 'jumpIn',
  furniture: 'apart',
  teaser: 'apart',
  table: 'row',
  contact: 'row',
  date: 'row',
}

/** What one line shows by itself. */
export interface Cues {
  shape: Shape
  byline: Byline | null
  /** Names at the end of a paragraph, in brackets: where the bracket opens in the folded text. */
  tail: { byline: Byline; start: number } | null
  dateline: Dateline | null
  jumpIn: JumpMark | null
  jumpOut: JumpMark | null
  agencyTail: number
  furniture: FurnitureKind | null
  /** The line ends where a sentence may end. */
  ended: boolean
}

const finals = /[。!?！？…:][”’』」》)】]*$|[。!?…][)）]$/
const captionHead =
  /^(?:图为|图:|图片:|图片说明|[左右上下题前后](?:[一二三四])?图|本版照片|题头照片|附图|图[一二三四五六七八九十\d]{1,2}[:为、.]|\d{1,2}[、.]\s?图为|这是|右起|左起)/
const numberedHead =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|第[一二三四五六七八九十]{1,3}[章节条款、:]|\d{1,2}[、.·．)](?!\d)|[①-⑳])/
const salutationHead =
  /^(?:(?:各位|尊敬的|亲爱的)?[\u4e00-\u9fff、,]{0,24}(?:同志们|朋友们|女士们|先生们|代表|委员|同胞们|同胞|来宾|编辑您好|编辑同志|编辑部|编辑|同学们|读者|先生|女士|您好|你好))[:!]$/
const dateLine =
  /^[([]?(?:(?:\d{4}|[一二三四五六七八九〇○零]{4})年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?:[,、\s]*(?:于.{2,6}|.{0,12}(?:通过|批准|公布|施行|发布).{0,8}))?[)\]]?$/
const noticeWord =
  /公告|催告|函告|启事|声明|通告|公示|告示|遗失|招聘|诚聘|招标|拍卖|讣告|悼念|清算|转让|出租|求租|出售|开庭|传票|广告|乔迁|鸣谢|敬告|招生|通知$|信息$|提醒|更正|辟谣|分类/
const contactHead =
  /(?:电话|热线|地址|联系人|联系方式|咨询|邮箱|传真|邮编|网址|QQ|微信|监督|预约|抢修|报名|面试|投稿|信箱|手机|@)[^。]{0,30}\d{3,}|@[a-z\d.-]+|\d{7,11}$/i
const noteHead =
  /^(?:编者按|编者的话|编后|按:|编者:|附:|链接|相关链接|新闻链接|背景|背景链接|延伸阅读|专家点评|记者手记|采访手记|短评|点评|开栏的话|———编者|——编者|本栏目|本版)/
const labelLine = /^(?:图片|照片|附图|附表|附件|名单|说明|注|附|题图)[:]?$/
const bulletHead = /^[●■◆▲★☆◇○□△※◎►▶•·*＊][^\s]?/
const rowToken = /^[+\-—~～]?[\d.,:％%℃/∶]+(?:[a-zA-Z%℃元万亿级号月日时分秒米人次吨块双套张名点]{0,3})$/

const tightRow = /^\d{0,2}[\u4e00-\u9fffA-Z]{2,8}[+-]?\d+\.\d+%?$/
const rowLabel =
  /^(?:联系地址|联系电话|联系人|地址|地点|时间|电话|报名时间|报名地点|报名电话|面试时间|咨询电话|咨询|监督电话|影响范围|停水范围|停电范围|项目名称|项目|中标单位|中标价|公示期|开发单位|招标人|套数|邮编|邮箱|传真|网址|主办|承办|票价|开户行|账号)[:\s]/

const clockRow = /(?:^|\s)(?:次日)?\d{1,2}:\d{2}(?:\s|$)/

function isTableRow(text: string): boolean {
  if (tightRow.test(text)) return true
  if (text.length > 70 || /[。!?；;“”]/.test(text)) return false
  if (clockRow.test(text) && text.includes(' ')) return true
  const tokens = text.split(/\s+/)
  if (tokens.length < 3) return false
  let numeric = 0
  for (const token of tokens) if (rowToken.test(token)) numeric++
  return numeric >= 2 || (tokens.length >= 4 && tokens.every((token) => token.length <= 6))
}

/** Reads the cues of one folded line; `previous` is the line before it, for telling a repeated one. */
export function readCues(text: string, previous: string | null): Cues {
  const length = text.length
  const cues: Cues = {
    shape: 'open',
    byline: null,
    tail: null,
    dateline: null,
    jumpIn: readJumpIn(text),
    jumpOut: readJumpOut(text),
    agencyTail: -1,
    furniture: null,
    ended: true,
  }
  const last = text.charAt(length - 1)
  cues.ended = endsSentence(text)
  if (previous !== null && length > 12 && text === previous) {
    cues.shape = 'repeat'
    return cues
  }
  cues.dateline = readDateline(text)
  if (last === ')' || last === ']' || last === '】') {
    cues.agencyTail = closingAgency(text)
    const open = text.lastIndexOf('(')
    if (open > 0 && length - open <= 40) {
      const byline = readByline(text.slice(open))
      if (byline) cues.tail = { byline, start: open }
    }
  }
  cues.shape = shapeOf(text, cues)
  return cues
}

/** Whether a folded text ends where a sentence, a quotation or a bracket that closes one may end. */
export function endsSentence(text: string): boolean {
  const window = text.slice(-4)
  return finals.test(window) || /[)）】]$/.test(window)
}

/** Whether a line is titled as notices are; their titles may be spaced: 公  告. */
const isNoticeTitle = (text: string): boolean =>
  text.length <= 30 && noticeWord.test(text.replace(/\s/g, '')) && !/[。,;:]/.test(text)

function shapeOf(text: string, cues: Cues): Shape {
  const length = text.length
  if (cues.jumpIn) return 'jumpIn'
  if (cues.jumpOut && cues.jumpOut.start < 3) return 'jumpOut'
  if (length <= 90) {
    cues.furniture = furnitureKind(text)
    if (cues.furniture) return 'furniture'
    if (isTeaser(text)) return 'teaser'
    if (length <= 60) {
      cues.byline = readByline(text)
      const bracketed = /^[([【].*[)\]】]$/.test(text)
      if (cues.byline) {
        const { authors, organisations, photoCredits } = cues.byline
        if (photoCredits.length > 0 && authors.length === 0) return 'credit'
        if (bracketed || /^[—-]{1,4}/.test(text)) return 'bracketNames'
        if (beginsWithRole(text) || organisations.length > 0 || photoCredits.length > 0) return 'roleByline'
        if (!isNoticeTitle(text)) return 'names'
        // 计划停水通知 can be cut into two surnames with names.
        cues.byline = null
        return 'noticeTitle'
      }
      if (cues.dateline) return 'dateline'
      if (dateLine.test(text)) return 'date'
      if (bracketed && !/[()]/.test(text.slice(1, -1))) {
        if (cues.agencyTail === 0 || /[摄绘]$|照片|传真|供图|图片/.test(text.slice(1, -1)))
          return cues.agencyTail === 0 ? 'endsWithAgency' : 'credit'
        return 'bracketOther'
      }
      if (/[摄绘]\)?$/.test(text) && length <= 30 && !/[。,]/.test(text)) return 'credit'
      if (salutationHead.test(text)) return 'salutation'
      if (labelLine.test(text)) return 'label'
    }
  }
  if (cues.dateline) return 'dateline'
  if (captionHead.test(text)) return 'caption'
  if (noteHead.test(text) && length > 3) return 'note'
  if (isTableRow(text)) return 'table'
  if (numberedHead.test(text))
    return length <= 44 && !/[。;]/.test(text) && !/[!?,、:]$/.test(text) ? 'numberedTitle' : 'numbered'
  if (/^(?:——|—|--)/.test(text)) return length <= 30 && !/[。;!?,:]/.test(text) ? 'dashShort' : 'dash'
  if (bulletHead.test(text)) return length <= 50 && !/[。;!?,:]$/.test(text) ? 'bulletTitle' : 'bullet'
  if (cues.tail) return 'endsWithNames'
  if (cues.agencyTail > 0) return 'endsWithAgency'
  if (
    length <= 70 &&
    (contactHead.test(text) || (length <= 40 && rowLabel.test(text) && !text.endsWith('。')))
  )
    return 'contact'
  if (isNoticeTitle(text)) return 'noticeTitle'
  if (length <= 44 && !cues.ended && (text.includes('。') || (length >= 22 && /[,、]/.test(text))))
    return 'openShort'
  if (length <= 44 && !/[。;,、:]$/.test(text) && !/[。!?][”』]?$/.test(text)) return 'title'
  if (length <= 44 && /[!?]$/.test(text) && !/[。,;]/.test(text) && length <= 24) return 'title'
  if (length <= 70 && !/[。;,、:!?][”』」]?$/.test(text) && !text.includes('。')) return 'longTitle'
  if (length <= 44) return /^[“『]/.test(text) ? 'quoteLine' : 'shortSentence'
  return cues.ended ? 'ended' : 'open'
}
