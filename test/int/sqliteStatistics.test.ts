import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

import { SqliteStatistics } from '../../src/database/sqliteStatistics.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-statistics-'))
const url = `file:${path.join(folder, 'house.db')}`
const [writer, reader, other] = [1, 2, 3].map(() => drizzle({ connection: { url } }).$client)
afterAll(() => {
  for (const client of [writer, reader, other]) client!.close()
  rmSync(folder, { recursive: true, force: true })
})
const add = (client = writer!) => client.execute("INSERT INTO articles (page) VALUES ('1')")
const read = async () => Number((await reader!.execute('SELECT count(*) AS n FROM articles')).rows[0]!.n)
const known = async () =>
  (await writer!.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'articles'").catch(() => null))?.rows
    .length ?? 0

it('statistics wait for another process that writes, and neither writing nor reading suffers from it', async () => {
  await writer!.execute('PRAGMA journal_mode = WAL')
  await writer!.execute('CREATE TABLE articles (id INTEGER PRIMARY KEY, page TEXT)')
  await writer!.execute('CREATE INDEX articles_page ON articles (page)')
  await add()
  const statistics = new SqliteStatistics()

  await other!.execute('BEGIN IMMEDIATE')
  await statistics.take(writer!, reader!)
  await other!.execute('COMMIT')
  expect(await known()).toBe(0)
  await writer!.execute('BEGIN IMMEDIATE')
  await add()
  await writer!.execute('COMMIT')
  await statistics.take(writer!, reader!)
  expect(await known()).toBe(1)

  // The reader is kept from taking notice, and goes on seeing what is committed.
  const refusing = new Proxy(writer!, {
    get: (target, name) =>
      name === 'executeMultiple'
        ? async (statements: string) => {
            await target.executeMultiple(statements)
            await other!.execute('BEGIN IMMEDIATE')
          }
        : (Reflect.get(target, name) as unknown),
  })
  await statistics.take(refusing, reader!)
  await add(other)
  await other!.execute('COMMIT')
  expect(await read()).toBe(3)
  await add()
  expect(await read()).toBe(4)
})
