/** What a line of page furniture is for. */
export type FurnitureKind = 'folio' | 'masthead' | 'staff' | 'imprint' | 'weather' | 'disclaimer' | 'contact'

const number = '(?:[A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3})'
const weekday =
  /星期[一二三四五六日天]|周[一二三四五六日](?=\s|$)|农历|(?:甲|乙|丙|丁|戊|己|庚|辛|壬|癸)[子丑寅卯辰巳午未申酉戌亥]年/
const fullDate =
  /(?:19|20)\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}|[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/
const pageAlone = new RegExp(
  `^(?:第\\s*${number}\\s*版|${number}\\s*版|[A-Z]?\\d{1,2}|第\\s*${number}\\s*版\\s*[\\u4e00-\\u9fff·]{1,8}|[\\u4e00-\\u9fff]{2,8}\\s+第\\s*${number}\\s*版|[\\u4e00-\\u9fff]{2,4}[日晚早时]报\\s*第?\\s*${number}\\s*版.{0,12})$`,
)
const pageHead = new RegExp(
  `^(?:第\\s*${number}\\s*版|[A-Z]?\\d{1,2})\\s+[\\u4e00-\\u9fff·]{2,8}(?:\\s+[\\u4e00-\\u9fff·|A-Z ]{2,14})?$`,
)
const staff =
  /^[■●◆□\s]*(?:本版|今日|本期)?\s*(?:总值班|值班(?:总编|主任|编委|编辑)?|责任编辑|责编|责校|编辑|主编|编审|图片编辑|美术编辑|美编|版式(?:设计)?|校对|校检|组版|排版|制图|插图|组稿|终审|统筹|策划|审读|视觉|检校|一读|二读|本版编辑|责任校对|副刊编辑)(?:[:/|\s]|(?=(?!您好|同志|你好|部)[\u4e00-\u9fff]{2,4}(?:\s|$)))/
const staffWord =
  /(?:责任编辑|责编|美编|版式|校对|组版|终审|值班|编审|美术编辑|热线|电话|制图|插图|编辑)[:/\s]/g
const imprint =
  /^(?:国内统一|CN\s?\d|ISSN|邮发代号|代号|总第?\s*\d+|第\s*\d{3,6}\s*[期号]|今日\s*\d+\s*版|.{0,6}主管主办|.{2,20}机关报|.{2,12}报社出版|零售|定价|每份|印刷|本报地址|社址|广告经营许可证|.{2,12}印务|.{2,10}日报社)/
const weather = /^(?:今天|今日|今夜|明天|白天|夜间).{0,12}(?:晴|阴|多云|雨|雪|雾|霾).{0,30}(?:℃|°|度|级)$/
const disclaimer =
  /^(?:本版(?:信息|图片|漫画|文章|内容|言论|广告)|文章只代表|.{0,10}(?:仅代表|只代表)(?:作者)?(?:本人|个人)|(?:来稿|投稿|投图|来信|供稿|组稿|报料|新闻热线|读者热线|发行热线|广告热线|订报热线|爱心热线)[^。]{0,50}$)/
const pinyin = /^[A-Z][A-Z .'-]{5,40}$/

/** Whether a short folded line is page furniture, and of what kind; null for anything else. */
export function furnitureKind(text: string): FurnitureKind | null {
  const length = text.length
  if (length > 90 || /[。!?“”]/.test(text)) return null
  if (fullDate.test(text) && (weekday.test(text) || length <= 14) && !text.includes(','))
    return length <= 14 && !weekday.test(text) && !/^\d/.test(text) ? null : 'folio'
  if (
    fullDate.test(text) &&
    new RegExp(`^(?:第\\s*${number}\\s*版|[A-Z]?\\d{1,2}|[A-Z]\\d{1,2}版)\\s`).test(text)
  )
    return 'folio'
  if (pageAlone.test(text) || pageHead.test(text)) return 'folio'
  if (staff.test(text)) return 'staff'
  const words = text.match(staffWord)
  if (words && words.length >= 2) return 'staff'
  if (imprint.test(text) && length <= 60) return 'imprint'
  if (pinyin.test(text)) return 'masthead'
  if (
    /^[\u4e00-\u9fff]\s?[\u4e00-\u9fff]\s?(?:[\u4e00-\u9fff]\s?)?[日晚早时快]\s?[报]$/.test(text) ||
    /^(?:人民日报|光明日报|[\u4e00-\u9fff]{2,4}(?:日报|晚报|早报|都市报|晨报|商报|快报|时报))$/.test(text)
  )
    return 'masthead'
  if (weather.test(text)) return 'weather'
  if (disclaimer.test(text)) return 'disclaimer'
  return null
}

const teaser = new RegExp(
  `[^\\d.,、—\\-～~第](?:\\s+|\\s*[.·…]{2,}\\s*|\\s*[(→►▶]\\s*)(?:详?见|刊|参见|→)?\\s*(?:今日|本报)?第?\\s*(?:[A-Z]?\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*版\\s*[)]?$`,
)
const teaserHead = new RegExp(`^(?:[A-Z]?\\d{1,2}|第?${number})版\\s*[|:·/]?\\s*[^\\s]{4,}`)

/** Whether a folded line points to another page of the issue: a headline and 5版 behind it. */
export function isTeaser(text: string): boolean {
  if (text.length > 60 || text.length < 6 || /[。]/.test(text)) return false
  if (!text.includes('版')) return false
  return teaser.test(text) || (teaserHead.test(text) && text.length <= 40)
}
