import type { LabelledLine } from './segment.ts'
import type { PictureReading } from './types.ts'

const captionWords = /^(?:图为|图:|[左右上下]图|图[一二三四五六七八九十\d]|题头照片|这是)|图为|照片|摄影/

/** The pictures an article speaks of: captions with the credit that stands in or right under them. */
export function readPictures(lines: readonly LabelledLine[], headline: string | null): PictureReading[] {
  const pictures: PictureReading[] = []
  for (const [at, line] of lines.entries()) {
    if (line.label === 'headline' || line.label === 'kicker' || line.label === 'under') continue
    const { cues } = line
    const text = line.raw.trim()
    if (cues.tail && cues.tail.byline.photoCredits.length > 0) {
      pictures.push({ caption: text.slice(0, cues.tail.start).trim(), credit: text.slice(cues.tail.start) })
    } else if (cues.shape === 'credit') {
      const above = lines[at - 1]
      const open = pictures.at(-1)
      const isCaption = above && ['body', 'opening'].includes(above.label) && above.text.length < 200
      if (open && open.credit === null) open.credit = text
      else if (isCaption && !above.cues.tail) pictures.push({ caption: above.raw.trim(), credit: text })
      else if (!open) pictures.push({ caption: headline ?? '', credit: text })
    } else if (cues.shape === 'caption' && captionWords.test(line.text))
      pictures.push({ caption: text, credit: null })
  }
  return pictures
}
