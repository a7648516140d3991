/**
 * The workflow's diagrams, from its table: prints them, or with `--write` puts them between the markers of
 * docs/workflow.md. Exit code 1 when a marker is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'

import { diagram, wordsEn, wordsZh, type LifePart } from '../src/exports/workflow.ts'

const parts: readonly LifePart[] = ['first', 'later']

/** A diagram as it stands in the documentation, in both languages. */
export function drawn(part: LifePart): string {
  return diagram(part, {
    stage: (stage) => `${wordsZh.stages[stage]} ${stage}`,
    transition: (name) => `${wordsZh.transitions[name]} ${wordsEn.transitions[name].toLowerCase()}`,
  })
}

/** The page with its diagrams replaced by the table's. Throws when it has no place for one. */
export function withDiagrams(page: string): string {
  return parts.reduce((text, part) => {
    const place = new RegExp(`(<!-- diagram ${part} -->\\n)[\\s\\S]*?(<!-- end -->)`)
    if (!place.test(text)) throw new Error(`docs/workflow.md has no place <!-- diagram ${part} -->`)
    return text.replace(
      place,
      (_, start: string, end: string) => `${start}\n\`\`\`mermaid\n${drawn(part)}\n\`\`\`\n\n${end}`,
    )
  }, page)
}

if (process.argv[1]?.endsWith('diagram.ts')) {
  const path = new URL('../docs/workflow.md', import.meta.url)
  if (process.argv.includes('--write')) writeFileSync(path, withDiagrams(readFileSync(path, 'utf8')))
  else console.log(parts.map(drawn).join('\n\n'))
}
