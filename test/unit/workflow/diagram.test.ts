import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { drawn, withDiagrams } from '../../../scripts/diagram.ts'

const page = readFileSync(new URL('../../../docs/workflow.md', import.meta.url), 'utf8')

describe('the diagrams', () => {
  it('in docs/workflow.md are those of the table (npm run diagram -- --write)', () => {
    expect(withDiagrams(page)).toBe(page)
  })

  it('lead to publication only from ready, and from a live correction that is abandoned', () => {
    const into = (text: string): string[] =>
      [...text.matchAll(/(\w+) --> published: (.+)/g)].map(([, from, name]) => `${from} ${name}`)
    expect(into(drawn('first'))).toEqual(['ready 见报 publish'])
    const later = into(drawn('later')).filter((line) => !line.includes('放弃更正'))
    expect(later).toEqual(['ready 重新发布 publish correction'])
  })

  it('does not accept a page without a place for them', () => {
    expect(() => withDiagrams('# Workflow')).toThrow('no place')
  })
})
