import { isRubricShape } from './rubrics.ts'
import type { LabelledLine } from './segment.ts'

/** The heading of an article: absent parts are null or empty. Texts are as printed, without outer space. */
export interface Heading {
  kicker: string | null
  column: string | null
  headline: string | null
  deck: string[]
}

/** Whether a line above the headline is a recurring rubric (栏目) rather than a kicker to this headline. */
export function isRubric(text: string, headline: string): boolean {
  const plain = text.replace(/[\s“”《》]/g, '')
  if (/[,!?;]/.test(text)) return false
  if (plain.length <= 12 && isRubricShape(plain)) return true
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
