'use client'
import { useId, useState } from 'react'

import { fill, type Words } from '../../translations/index.ts'
import type { PublicVersion } from './answers.ts'
import { compare } from './compare.ts'
import { Lines } from './WholeText.tsx'

interface ComparisonProps {
  versions: readonly PublicVersion[]
  names: Readonly<Record<string, string>>
  words: Words
}

/** Two of the texts that readers saw, side by side where they differ; at first the last two. */
export function Comparison({ versions, names, words }: ComparisonProps) {
  const { admin, labels } = words
  const [chosen, setChosen] = useState<{ before: number; after: number } | null>(null)
  const titleId = useId()
  const readable = versions.filter(({ text }) => text !== null)
  if (readable.length < 2) return null
  const { before, after } = chosen ?? {
    before: readable.at(-2)!.version,
    after: readable.at(-1)!.version,
  }
  const textOf = (number: number) => readable.find(({ version }) => version === number)?.text
  const [old, now] = [textOf(before), textOf(after)]
  const changes = old && now ? compare(old, now) : []
  const choice = (side: 'before' | 'after', value: number) => (
    <select
      aria-label={admin[`versions.${side}`]}
      value={value}
      onChange={({ target }) => setChosen({ before, after, [side]: Number(target.value) })}
    >
      {readable.map(({ version }) => (
        <option key={version} value={version}>
          {fill(admin['versions.number'], { number: version })}
        </option>
      ))}
    </select>
  )
  return (
    <section aria-labelledby={titleId}>
      <h4 id={titleId}>{admin['versions.compare']}</h4>
      {changes.length === 0 ? (
        <p className="broadsheet-versions__choice">
          {choice('before', before)} {choice('after', after)} {admin['versions.same']}
        </p>
      ) : (
        <table className="broadsheet-differences">
          <thead>
            <tr>
              <th scope="col">{admin['versions.part']}</th>
              <th scope="col">{choice('before', before)}</th>
              <th scope="col">{choice('after', after)}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ part, before: lines, after: others }) => (
              <tr key={part}>
                <th scope="row">{labels[`articles.${part}`]}</th>
                {[lines, others].map((side, index) => (
                  <td key={index}>
                    {side.length === 0 ? (
                      <span className="broadsheet-differences__empty">{admin['stale.empty']}</span>
                    ) : (
                      <Lines lines={side} names={names} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
