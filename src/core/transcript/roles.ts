import type { LabelledLine } from './segment.ts'
import type { LineRole } from './types.ts'
import { isRubric } from './heading.ts'

/** The role of a line: what its label makes of it, told apart further by its own cues. */
export function roleOf(
  line: LabelledLine,
  context: { headline: string | null; kind: string; tableOrVerse: 'tableRow' | 'verse' | null },
): LineRole {
  const { cues, label } = line
  if (label === 'apart') return roleApart(line)
  if (cues.jumpOut && cues.jumpOut.start < 3) return 'jumpOut'
  if (cues.jumpIn && cues.jumpIn.end >= line.text.length - 1) return 'jumpIn'
  switch (label) {
    case 'kicker':
      return isRubric(line.text, context.headline ?? '') ? 'column' : 'kicker'
    case 'headline':
      return 'headline'
    case 'under':
      return cues.shape === 'date' || cues.shape === 'bracketOther' ? 'dateLine' : 'deck'
    case 'byline':
      return 'byline'
    default:
  }
  if (context.kind === 'notice') return 'notice'
  switch (cues.shape) {
    case 'dateline':
      return 'datelineParagraph'
    case 'date':
      return 'dateLine'
    case 'salutation':
      return 'salutation'
    case 'caption':
      return 'caption'
    case 'credit':
      return 'credit'
    case 'roleByline':
    case 'bracketNames':
      return cues.byline && cues.byline.authors.length > 0
        ? 'byline'
        : cues.byline && cues.byline.photoCredits.length > 0
          ? 'credit'
          : 'signature'
    default:
  }
  if (label === 'closing') return cues.byline ? 'byline' : 'signature'
  if (context.tableOrVerse) return context.tableOrVerse
  if (cues.shape === 'table') return 'tableRow'
  return label === 'inset' ? 'crosshead' : 'body'
}

function roleApart({ cues, text }: LabelledLine): LineRole {
  if (cues.furniture) return cues.furniture === 'folio' ? 'folio' : 'furniture'
  if (cues.shape === 'teaser') return 'teaser'
  if (
    /^(?:今日)?(?:导读|要目|看点|提要|本期更多图片|内容提要|版面导读|今日导读)$/.test(text.replace(/\s/g, ''))
  )
    return 'teaser'
  return text.length > 12 || /[。!?]$/.test(text) ? 'fragment' : 'furniture'
}
