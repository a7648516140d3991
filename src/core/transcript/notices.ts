import type { LabelledLine } from './segment.ts'

const titled =
  /公告|启事|声明|通告|公示|告示|遗失|招聘|诚聘|招标|拍卖|讣告|悼念|催告|清算|出租|求租|开庭|传票|志喜|鸣谢|敬告|招生|降压|停水|停电|分类信息|二手|聘英才/
const told = /联系人|联系电话|咨询电话|监督电话|热线|作废|特此(?:公告|通知|声明)|见报之日|联系地址|\d{7,11}$/

/** Whether an article's lines are a notice or an advertisement: its title says so, or contact lines do. */
export function isNotice(lines: readonly LabelledLine[]): boolean {
  const title = lines.find(({ label }) => label === 'headline')
  const flat = title && title.text.length <= 30 ? title.text.replace(/\s/g, '') : ''
  const named = titled.test(flat)
  if (!named && lines.length > 8) return false
  if (lines.some(({ cues }) => cues.dateline || cues.shape === 'roleByline')) return false
  if (named && /公告|声明|公示|告示|启事|招聘|聘|招标|讣告|悼念|催告|遗失|二手/.test(flat)) return true
  if (!named && lines.some(({ text }) => text.length >= 90)) return false
  const spoken = lines.some(({ text }) => text.length < 90 && told.test(text))
  return spoken && (named || lines.some(({ cues }) => cues.shape === 'contact'))
}
