import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { publishHouse, type PublishedHouse } from '../../bench/publishedHouse.ts'
import { boot, type Booted } from '../boot.ts'

let booted: Booted
let printed: PublishedHouse
const onSqlite = process.env.BROADSHEET_TEST_DB !== 'mongodb'

beforeAll(async () => {
  booted = await boot()
  printed = await publishHouse(booted.payload, { articles: 2_400, hiddenEvery: 50 })
}, 60_000)
afterAll(() => booted.stop())

interface Statement {
  sql: string
  args: unknown[]
}

/** The statements that answering a question takes. */
async function statementsOf(path: string): Promise<Statement[]> {
  const { default: config } = await import('../../payload.config.ts')
  const { client } = booted.payload.db as unknown as { client: { execute(given: Statement): unknown } }
  const { execute } = client
  const statements: Statement[] = []
  client.execute = function (given) {
    statements.push(given)
    return execute.call(this, given)
  }
  try {
    const response = await handleEndpoints({ config, request: new Request(`http://localhost${path}`) })
    expect(response.status).toBe(200)
  } finally {
    client.execute = execute
  }
  return statements
}

/** How SQLite finds the rows of a statement. */
async function planOf({ sql, args }: Statement): Promise<string[]> {
  const { client } = booted.payload.db as unknown as {
    client: { execute(given: Statement): Promise<{ rows: { detail: string }[] }> }
  }
  const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
  return rows.map(({ detail }) => detail)
}

it.runIf(onSqlite)(
  'SQLite walks through all that is published for none of what readers ask, in a house that was filled since its start',
  async () => {
    const [article, author, issue] = [printed.articles[700]!, printed.authors[3]!, printed.issues[9]!]
    const questions = [
      `/api/articles/${article}?depth=1`,
      `/api/articles?limit=20&page=7`,
      `/api/articles?sort=-publishedAt&where[publication][equals]=${printed.publication}`,
      `/api/authors/${author}?depth=1`,
      `/api/articles?sort=-printedOn,id&where[authors][equals]=${author}`,
      `/api/articles?sort=-printedOn&where[publication][equals]=${printed.publication}`,
      `/api/issues/${issue}?depth=3`,
      `/api/publications/trial-daily/issues/1990-01-11`,
      `/api/publications/trial-daily/issues/latest`,
    ]
    for (const question of questions) {
      const statements = await statementsOf(question)
      expect(statements.length).toBeGreaterThan(2)
      for (const statement of statements) {
        // How many there are in all is counted in an index, and cannot be known otherwise.
        if (statement.sql.startsWith('select count(*)')) continue
        for (const step of await planOf(statement)) {
          expect({ question, step, sql: statement.sql }).not.toMatchObject({
            step: expect.stringMatching(/(_status|_public)_idx|SCAN (articles|placements|pages)$/),
          })
        }
      }
    }
  },
)

it.runIf(onSqlite)(
  'SQLite knows how its rows are spread in a process that only reads, from its start on',
  async () => {
    const { sqliteDatabase } = await import('../../src/database/sqliteDatabase.ts')
    const { BasePayload, buildConfig } = await import('payload')
    const config = await buildConfig({
      secret: 'x'.repeat(32),
      db: sqliteDatabase({ url: `file:${booted.dataDir}/broadsheet.db` }),
      collections: [{ slug: 'notes', fields: [{ name: 'text', type: 'text' }] }],
      logger: { options: { level: 'error' } } as never,
    })
    const other = new BasePayload()
    await other.init({ config })
    const { client } = other.db as unknown as {
      client: { execute(sql: string): Promise<{ rows: { detail: string }[] }> }
    }
    const { rows } = await client.execute(
      `EXPLAIN QUERY PLAN SELECT id FROM placements WHERE issue_id = 'x' AND public = 1`,
    )
    expect(rows[0]!.detail).toContain('placements_issue_idx')
    await other.destroy()
  },
)
