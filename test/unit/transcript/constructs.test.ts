import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPage, type ArticleReading } from '../../../src/core/transcript/index.ts'

const folder = new URL('../../fixtures/transcripts/', import.meta.url)

/** What a fixture may say of an article; only what it says is compared. */
const views: Record<string, (article: ArticleReading) => unknown> = {
  authors: ({ authors }) => authors.map(({ name }) => name),
  authorRoles: ({ authors }) => authors.map(({ role }) => role),
  crossheads: ({ blocks }) => blocks.filter(({ kind }) => kind === 'crosshead').map(({ text }) => text),
  firstBlock: ({ blocks }) => blocks[0]?.text,
  lastBlock: ({ blocks }) => blocks.at(-1)?.text,
  blockCount: ({ blocks }) => blocks.length,
  verse: ({ blocks }) => blocks.some(({ kind }) => kind === 'verse'),
  table: ({ blocks }) => blocks.some(({ kind }) => kind === 'table'),
}

interface Expected {
  articles: Record<string, unknown>[]
  folio?: Record<string, string>
  roles?: Record<string, string>
}

describe('each construct of a page is read as an editor reads it', () => {
  for (const name of readdirSync(folder)) {
    it(name, () => {
      const page = readFileSync(new URL(`${name}/page.txt`, folder), 'utf8')
      const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expected
      const reading = readPage(page)
      const seen = reading.articles.map((article, index) => {
        const wanted = expected.articles[index] ?? { headline: null }
        return Object.fromEntries(
          Object.keys(wanted).map((key) => [
            key,
            views[key] ? views[key](article) : article[key as keyof ArticleReading],
          ]),
        )
      })
      expect(seen).toEqual(expected.articles)
      if (expected.folio) expect(reading.folio).toMatchObject(expected.folio)
      for (const [line, role] of Object.entries(expected.roles ?? {})) {
        expect(reading.lines[Number(line) - 1]).toMatchObject({ role, article: null })
      }
    })
  }
})
