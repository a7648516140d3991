import { Fragment } from 'react'

/** A headline in its phrases, so that a line of Chinese breaks after a comma or a space before it breaks inside a word. */
export function Phrases({ text }: { text: string }) {
  if (!/\p{Script=Han}/u.test(text)) return text
  const phrases = text.match(/[^，。；：！？、\s]+[，。；：！？、”’』」》）]*\s*|\s+|[，。；：！？、]+/g) ?? [
    text,
  ]
  return phrases.map((phrase, index) => (
    <Fragment key={index}>
      {phrase.trim() === '' ? phrase : <span className="phrase">{phrase.trimEnd()}</span>}
      {/\s$/.test(phrase) && phrase.trim() !== '' && ' '}
    </Fragment>
  ))
}
