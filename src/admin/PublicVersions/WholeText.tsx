import type { CanonicalContent } from '../../core/text/index.ts'
import type { Words } from '../../translations/index.ts'
import { partsOf } from './compare.ts'

interface WholeTextProps {
  text: CanonicalContent
  /** Names of authors and files by id. */
  names: Readonly<Record<string, string>>
  words: Words
}

/** A text from its kicker to its pictures. */
export function WholeText({ text, names, words }: WholeTextProps) {
  return (
    <dl className="broadsheet-versions__text">
      {partsOf(text).map(({ part, lines }) => (
        <div key={part}>
          <dt>{words.labels[`articles.${part}`]}</dt>
          <dd>
            <Lines {...{ lines, names }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Lines one below the other, ids as names. */
export function Lines({
  lines,
  names,
}: {
  lines: readonly string[]
  names: Readonly<Record<string, string>>
}) {
  return lines.map((line, index) => (
    <span key={index} className="broadsheet-differences__line">
      {names[line] ?? line}
    </span>
  ))
}
