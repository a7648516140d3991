import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { isBusy } from './isBusy.ts'

type Client = SQLiteAdapter['client']

/** Changed rows after which statistics are taken for the first time in a process. */
const firstAfter = 5_000
/**
 * Entries of each index that are looked at, about 0.1 s in all for 100,000 articles. With fewer SQLite takes what all have in
 * common (`_status`, `public`) for something that few have, and sorts them all where it could read twenty in order.
 */
const entriesOfIndex = 100_000

/**
 * Keeps SQLite's statistics of how many rows share a value. Without them it takes every index to be as good as any other, and
 * walks through all that is published to find the few articles of a page. Statistics only choose a way; what is found is the same.
 */
export class SqliteStatistics {
  #threshold = firstAfter
  #counted = 0
  #taken = 0
  #readerKnows = true

  /**
   * Takes statistics when enough has changed: after 5,000 rows, then whenever it has doubled. To be called right after a COMMIT by
   * whoever still holds the write lock.
   */
  async follow(writer: Client, reader: Client): Promise<void> {
    const { rows } = await writer.execute('SELECT total_changes() AS changes')
    const changes = Number(rows[0]!.changes)
    // A new connection counts from nothing.
    if (changes < this.#counted) this.#taken -= this.#counted
    this.#counted = changes
    if (changes - this.#taken >= this.#threshold) {
      this.#taken = changes
      this.#threshold *= 2
      await this.take(writer, reader)
    } else if (!this.#readerKnows) await this.#tell(reader)
  }

  /**
   * Takes them now, unless another process is writing: it may do it as well, and the next time comes. All in one call: a
   * statement that is refused by itself stays unfinished on its connection, where every later COMMIT would then fail.
   */
  async take(writer: Client, reader: Client): Promise<void> {
    const taking = `BEGIN IMMEDIATE; PRAGMA analysis_limit = ${entriesOfIndex}; ANALYZE; COMMIT`
    if (await unlessBusy(writer, taking)) await this.#tell(reader)
  }

  /** A connection reads statistics once; this makes it read them again. It takes the write lock for a moment. */
  async #tell(reader: Client): Promise<void> {
    const [{ timeout }] = (await reader.execute('PRAGMA busy_timeout')).rows as unknown as [
      { timeout: number },
    ]
    // Waiting inside SQLite would stop the event loop.
    await reader.execute('PRAGMA busy_timeout = 0')
    try {
      // Left unfinished, this one would keep the connection at what the database held at that moment.
      this.#readerKnows = await unlessBusy(reader, 'ANALYZE sqlite_schema')
    } finally {
      await reader.execute(`PRAGMA busy_timeout = ${Number(timeout)}`)
    }
  }
}

/** @returns false when another process is writing. What was refused is finished all the same. */
async function unlessBusy(client: Client, statements: string): Promise<boolean> {
  try {
    await client.executeMultiple(statements)
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}
