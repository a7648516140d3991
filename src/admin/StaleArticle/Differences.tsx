import type { Words } from '../../translations/index.ts'
import type { Difference, Side, WrittenField } from './differences.ts'

interface DifferencesProps {
  found: readonly Difference[]
  sides: ReadonlyMap<WrittenField, Side>
  words: Words
  /** Names of authors by id. */
  authors: ReadonlyMap<string, string>
  /** Whether a side may be chosen; else the differences are only shown. */
  choosable: boolean
  onChoose: (field: WrittenField, side: Side) => void
}

/** Field by field: mine, and as it is now. */
export function Differences({ found, sides, words, authors, choosable, onChoose }: DifferencesProps) {
  const { admin, labels } = words
  if (found.length === 0) return <p>{admin['stale.noDifference']}</p>
  return (
    <table className="broadsheet-differences">
      <thead>
        <tr>
          <th scope="col">{admin['stale.field']}</th>
          <th scope="col">{admin['stale.mine']}</th>
          <th scope="col">{admin['stale.theirs']}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((difference) => {
          const { field } = difference
          const name = labels[`articles.${field}`]
          return (
            <tr key={field}>
              <th scope="row">{name}</th>
              {(['mine', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <label>
                    {choosable ? (
                      <input
                        type="radio"
                        name={`broadsheet-side-${field}`}
                        checked={sides.get(field) === side}
                        onChange={() => onChoose(field, side)}
                        aria-label={`${name}：${admin[`stale.${side}`]}`}
                      />
                    ) : null}
                    <Lines lines={difference[side]} {...{ authors, empty: admin['stale.empty'] }} />
                  </label>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Lines({
  lines,
  authors,
  empty,
}: {
  lines: readonly string[]
  authors: ReadonlyMap<string, string>
  empty: string
}) {
  if (lines.length === 0) return <span className="broadsheet-differences__empty">{empty}</span>
  return (
    <span>
      {lines.map((line, index) => (
        <span key={index} className="broadsheet-differences__line">
          {authors.get(line) ?? line}
        </span>
      ))}
    </span>
  )
}
