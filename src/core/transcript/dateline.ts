import type { Dateline } from './types.ts'

const agencies =
  '(?:本报|本刊|本台|本网|新华社|中新社|中国新闻社|新华网|人民网|[\\u4e00-\\u9fff]{1,6}(?:通讯社|新闻社)|[\\u4e00-\\u9fff—-]{1,8}社|[\\u4e00-\\u9fff]{2,6}(?:日报|晚报|电视台|电台))'
const date =
  '(?:(?:\\d{2,4}|[一二三四五六七八九十〇○零]{2,4})年)?(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月)?(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})日'
const head = new RegExp(
  `^[【\\[(]?(?:又据|另据|据|综合)?(${agencies}(?:[、和及]${agencies})*)([\\u4e00-\\u9fff·]{0,14}?)(${date})?\\s?(?:专电|综合消息|消息|电|讯|快讯)[】\\])]?`,
)
const quick = /^[【[(]?(?:又据|另据|据|综合)?[\u4e00-\u9fff—-]{1,9}(?:报|刊|台|网|社)/
const noPlace =
  /记者|评论|通讯员|专栏|报道|编辑|编者|社论|举办|主办|举行|开设|发表|刊登|今日|去年|今年|近日|日前|获悉|消息|热线|电话|电视/

/** The dateline at the head of a folded paragraph, or null. `raw` is what it covers of the paragraph. */
export function readDateline(text: string): Dateline | null {
  if (!quick.test(text)) return null
  const window = text.slice(0, 48)
  const match = head.exec(window)
  if (!match) return null
  const place = match[2]!
  if (place !== '' && noPlace.test(place)) return null
  const raw = match[0]
  const next = text.charAt(raw.length)
  // 本报讯 and a printed date need nothing after them; a bare 电 or 讯 must not be the beginning of 电视, 电话, 讯息…
  if (!match[3] && /[电讯]$/.test(raw) && /[视话影脑力器台信息]/.test(next)) return null
  if (!match[3] && place.length > 8) return null
  return { agency: match[1]!.replace(/^据/, ''), place: place || null, date: match[3] ?? null, raw }
}

const tail =
  /[([【](?:据?(?:新华社|本报|中新社|人民网|新华网|[\u4e00-\u9fff]{1,6}社|[\u4e00-\u9fff]{2,6}[日晚]报)[^()。]{0,18}?(?:专电|电|讯|专稿|供稿|稿|供本报.{0,4}))[)\]】]$/

/** An agency credit that closes a paragraph, such as (新华社北京12月31日电): where it begins, or -1. */
export function closingAgency(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  if (last !== 0x29 && last !== 0x5d && last !== 0x3011) return -1
  const from = Math.max(0, text.length - 40)
  const match = tail.exec(text.slice(from))
  return match ? from + match.index : -1
}
