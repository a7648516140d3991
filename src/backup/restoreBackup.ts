import { createLocalReq, type Payload, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { batchedInserts, type BatchedInserts } from '../database/batchedInserts.ts'
import { deferForeignKeys } from '../database/deferForeignKeys.ts'
import { inTransaction } from '../database/inTransaction.ts'
import { inSnapshot } from '../database/snapshot.ts'
import { checkBackup, keyOf, type Checked } from './checkBackup.ts'
import { BackupRefusal, type Line } from './format.ts'
import { readLines } from './readLines.ts'
import { readRows, rowText } from './readRows.ts'
import { RestoredFiles } from './restoredFiles.ts'
import { keptCollections, sectionsOf, type Section } from './sections.ts'
import { SumOfHashes } from './sumOfHashes.ts'
import type { OnProgress } from './writeBackup.ts'

/** Rows that are written together. */
const atOnce = 400

export interface Restored {
  at: string
  rows: number
  files: number
}

interface Restoring {
  payload: Payload
  file: string
  checked: Checked
  onProgress: OnProgress
}

/**
 * Puts a backup into this house: reads it to the end first, then writes every row and file, then reads all of them back and
 * compares. A house that has rows already is refused, unless they are to be replaced. On SQLite all of it is one
 * transaction; MongoDB ends long ones, so there a restore that fails takes its rows away again.
 */
export async function restoreBackup(
  payload: Payload,
  args: { file: string; replace?: boolean; onProgress?: OnProgress },
): Promise<Restored> {
  const { file, replace = false, onProgress = () => undefined } = args
  const checked = await checkBackup(payload, {
    file,
    onRow: (done) => done % 1000 === 0 && onProgress({ what: 'check', done, all: null }),
  })
  const full = await firstFull(payload)
  if (full && !replace) throw new BackupRefusal('notEmpty', full)
  const files = new RestoredFiles(payload)
  const restoring = { payload, file, checked, onProgress }
  try {
    await (payload.db.name === 'mongoose' ? byBatches : atOnceWhole)(restoring, files)
    await files.keep()
  } catch (error) {
    await files.forget()
    throw error
  }
  return { at: checked.header.at, rows: checked.rows, files: checked.files }
}

async function atOnceWhole(restoring: Restoring, files: RestoredFiles): Promise<void> {
  const req = await createLocalReq({}, restoring.payload)
  await inTransaction(req, async () => {
    await deferForeignKeys(req)
    await empty(restoring.payload, req)
    await writeAll(restoring, { files, inBatch: (work) => work(req) })
    await compare(restoring, req)
  })
}

async function byBatches(restoring: Restoring, files: RestoredFiles): Promise<void> {
  const { payload } = restoring
  await empty(payload)
  try {
    await writeAll(restoring, {
      files,
      inBatch: async (work) => {
        const req = await createLocalReq({}, payload)
        await inTransaction(req, () => work(req))
      },
    })
    await inSnapshot(payload, (req) => compare(restoring, req))
  } catch (error) {
    await empty(payload).catch((cause: unknown) => {
      throw new BackupRefusal('halfWritten', { reason: String(cause) })
    })
    throw error
  }
}

/** The first collection that has rows. */
async function firstFull(payload: Payload): Promise<{ collection: string; rows: number } | null> {
  for (const { slug } of keptCollections(payload)) {
    const { totalDocs } = await payload.db.count({ collection: slug })
    if (totalDocs > 0) return { collection: slug, rows: totalDocs }
  }
  return null
}

async function empty(payload: Payload, req?: PayloadRequest): Promise<void> {
  const within = req ? { req } : {}
  const rows = async ({ slug: collection, versions }: SanitizedCollectionConfig): Promise<void> => {
    if (versions) await payload.db.deleteVersions({ collection, where: {}, ...within })
    await payload.db.deleteMany({ collection, where: {}, ...within })
  }
  // SQLite does not let go of rows that others must name: those others go first.
  for (let left = keptCollections(payload); left.length > 0;) {
    const kept: { collection: SanitizedCollectionConfig; error: unknown }[] = []
    for (const collection of left) {
      await rows(collection).catch((error: unknown) => kept.push({ collection, error }))
    }
    if (kept.length === left.length) throw kept[0]!.error
    left = kept.map(({ collection }) => collection)
  }
}

interface Writing {
  files: RestoredFiles
  /** Runs the writing of one batch in a transaction. */
  inBatch: (work: (req: PayloadRequest) => Promise<void>) => Promise<void>
}

async function writeAll({ payload, file, checked, onProgress }: Restoring, writing: Writing): Promise<void> {
  const known = new Map(sectionsOf(payload).map((section) => [keyOf(section), section]))
  let section: Section | undefined
  let rows: Record<string, unknown>[] = []
  let done = 0
  const flush = async (): Promise<void> => {
    const [to, batch] = [section, rows]
    rows = []
    if (!to || batch.length === 0) return
    await writing.inBatch((req) => insert(req, { section: to, rows: batch }))
    onProgress({ what: to.collection, done: (done += batch.length), all: checked.rows })
  }
  for await (const line of readLines(file) as AsyncIterable<Line>) {
    if (line.kind === 'section') section = known.get(keyOf(line))
    else if (line.kind === 'row') {
      rows.push(line.row)
      if (rows.length >= atOnce) await flush()
    } else if (line.kind === 'end') await flush()
    else if (line.kind === 'file') await writing.files.begin(line)
    else if (line.kind === 'piece') await writing.files.add(Buffer.from(line.base64, 'base64'))
    else if (line.kind === 'fileEnd') await writing.files.end()
  }
}

async function insert(
  req: PayloadRequest,
  { section, rows }: { section: Section; rows: Record<string, unknown>[] },
): Promise<void> {
  let latest = true
  // Payload takes every version it makes for the latest.
  const batch = batchedInserts(req, (row) => {
    if (section.of === 'versions' && 'latest' in row) row.latest = latest
  })
  for (const row of rows) {
    latest = row.latest === true
    await insertRow({ req, db: batch.db }, { section, row: withoutUniqueNulls(section, row) })
  }
  await batch.flush()
}

/** To MongoDB two rows with the same nothing under a unique name would be one too many. */
function withoutUniqueNulls({ fields }: Section, row: Record<string, unknown>): Record<string, unknown> {
  const unique = fields.filter((field) => 'unique' in field && field.unique).map(({ name }) => name)
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null || !unique.includes(name)),
  )
}

async function insertRow(
  { req, db }: { req: PayloadRequest } & Pick<BatchedInserts, 'db'>,
  { section: { collection, of }, row }: { section: Section; row: Record<string, unknown> },
): Promise<void> {
  if (of === 'global') {
    await db.createGlobal({ slug: collection, data: row, req })
  } else if (of === 'documents') {
    const { id } = row as { id?: string }
    await db.create({ collection, data: row, req, ...(id === undefined ? {} : { customID: id }) })
  } else {
    const { version, parent, createdAt, updatedAt, ...rest } = row
    await db.createVersion({
      ...{ collectionSlug: collection, parent, createdAt, updatedAt, versionData: version, req },
      ...{ autosave: rest.autosave === true, publishedLocale: rest.publishedLocale, snapshot: rest.snapshot },
    } as never)
  }
}

/** Reads everything back and compares numbers and hashes with the backup's. */
async function compare({ payload, checked, onProgress }: Restoring, req: PayloadRequest): Promise<void> {
  let done = 0
  for (const section of sectionsOf(payload)) {
    const sum = new SumOfHashes()
    for await (const batch of readRows({ payload, req }, section)) {
      for (const row of batch) sum.add(rowText(section, row))
      onProgress({ what: 'compare', done: (done += batch.length), all: checked.rows })
    }
    const { count, hash } = checked.sections.get(keyOf(section)) ?? { count: 0, hash: new SumOfHashes().hex }
    if (sum.count !== count || sum.hex !== hash) {
      throw new BackupRefusal('differs', { section: keyOf(section), there: count, here: sum.count })
    }
  }
}
