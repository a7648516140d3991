import type { SiteWords } from '../words.ts'

/** The first stop of a keyboard: past the masthead to the text. */
export function SkipLink({ words }: { words: SiteWords }) {
  return (
    <a className="skip" href="#text">
      {words.skip}
    </a>
  )
}
