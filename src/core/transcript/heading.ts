import type { LabelledLine } from './segment.ts'

/** The heading of an article: absent parts are null or empty. Texts are as printed, without outer space. */
export interface Heading {
  kicker: string | null
  column: string | null
  headline: string | null
  deck: string[]
}

const rubricEnd =
  /(?:时评|评论|故事|速写|信箱|门诊|茶馆|茶座|特刊|选载|连载|随笔|随想|论坛|聚焦|关注|观察|短波|回应|街拍|趣闻|争鸣|专栏|专题|快讯|简讯|要闻|访谈|人物|视点|视线|热线|调查|追踪|纵横|天地|园地|之窗|窗口|长廊|漫笔|杂谈|杂感|札记|手记|解读|链接|传真|广角|扫描|博览|集锦|副刊|文苑|书话|百科|课堂|讲堂|讲座|谈|录|苑|坛|廊|栏)[\d\s①-⑳()一二三四五六七八九十]*$/

/** Whether a line has the wording of a recurring rubric. */
export const isRubricShape = (text: string): boolean => rubricEnd.test(text.replace(/[\s“”《》]/g, ''))

/** Whether a line above the headline is a recurring rubric (栏目) rather than a kicker to this headline. */
export function isRubric(text: string, headline: string): boolean {
  const plain = text.replace(/[\s“”《》]/g, '')
  if (/[,!?;]/.test(text)) return false
  if (plain.length <= 12 && rubricEnd.test(plain)) return true
  return plain.length <= 4 && headline.length > plain.length
}

/** Reads the heading from the lines of an article. */
export function readHeading(lines: readonly LabelledLine[]): Heading {
  const heading: Heading = { kicker: null, column: null, headline: null, deck: [] }
  const main = lines.find(({ label }) => label === 'headline')
  if (!main) return heading
  heading.headline = main.raw.trim()
  for (const line of lines) {
    const text = line.raw.trim()
    if (line.label === 'kicker') {
      if (heading.column === null && isRubric(line.text, main.text)) heading.column = text
      else heading.kicker = heading.kicker === null ? text : `${heading.kicker} ${text}`
    } else if (line.label === 'under' && line.cues.shape !== 'date' && line.cues.shape !== 'bracketOther') {
      heading.deck.push(text)
    } else if (line.label !== 'headline' && line.label !== 'under' && line.label !== 'byline') break
  }
  return heading
}
