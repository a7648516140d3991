import type { PublicArticle } from '../publicArticle.ts'
import { datelineOf } from '../text/dateline.ts'
import { readBlocks } from '../text/readBlocks.ts'

/** The paragraphs of the body and, after them, what else is printed with the article. */
export function bodyParagraphs({ body, captions, photoCredits, dateline }: PublicArticle): string[] {
  return [
    ...readBlocks(body).flatMap(({ type, text }) => (type.startsWith('upload:') ? [] : [text])),
    ...captions.flatMap(({ caption, credit }) => told(caption, credit)),
    ...photoCredits,
    ...told(datelineOf(dateline)),
  ]
}

/** Those that say something. */
export function told(...texts: (string | null)[]): string[] {
  return texts.filter((text) => text !== null && text !== '') as string[]
}
