import { momentDay } from '../days.ts'
import type { Correction } from '../reads/types.ts'
import { siteWords } from '../words.ts'

/** What was wrong and has been put right, dated, for everybody to see. */
export function Corrections(props: { corrections: Correction[]; language: string | null | undefined }) {
  const { corrections, language } = props
  if (corrections.length === 0) return null
  const words = siteWords(language)
  return (
    <section className="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{words.corrections}</h2>
      <ul>
        {corrections.map(({ kind, note, at }) => (
          <li key={at}>
            <b>{words.kinds[kind]}</b> <time dateTime={at}>{momentDay(at, language)}</time>
            <p>{note}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
