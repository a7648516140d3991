import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, PayloadRequest } from 'payload'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import { inSnapshot } from '../database/snapshot.ts'
import { BackupRefusal, format, type Header, type Line } from './format.ts'
import { filesOf, folderOf } from './mediaFiles.ts'
import { readRows, rowText } from './readRows.ts'
import { idKindOf, keptCollections, sectionsOf } from './sections.ts'
import { SumOfHashes } from './sumOfHashes.ts'

/** Told how far a backup or a restore has come. */
export type OnProgress = (step: { what: string; done: number; all: number | null }) => void

export interface BackedUp {
  rows: number
  files: number
  /** Files that the database names and the disk does not have. */
  missing: string[]
}

/**
 * Writes the whole house, as it is at one moment, to a file that must not be there yet. People may go on working. The file
 * appears under its name only when it is whole; its owner alone may read it, because it has the hashes of passwords.
 */
export async function writeBackup(
  payload: Payload,
  { file, onProgress = () => undefined }: { file: string; onProgress?: OnProgress },
): Promise<BackedUp> {
  if (await isThere(file)) throw new BackupRefusal('fileExists', { file })
  const part = `${file}.part`
  const out = createWriteStream(part, { mode: 0o600 })
  const gzip = createGzip()
  gzip.pipe(out)
  const failed = new Promise<never>((_, reject) => {
    for (const stream of [gzip, out]) stream.once('error', reject)
  })
  failed.catch(() => undefined)
  const write = async (line: Line): Promise<void> => {
    if (!gzip.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(gzip, 'drain'), failed])
  }
  try {
    const named: { collection: string; name: string }[] = []
    const counted = await inSnapshot(payload, (req) => writeRows({ payload, req, write, named, onProgress }))
    const { files, missing } = await writeFiles({ payload, named, write, onProgress })
    await write({ kind: 'total', ...counted, files })
    gzip.end()
    await Promise.race([finished(out), failed])
    await rename(part, file)
    return { rows: counted.rows, files, missing }
  } catch (error) {
    gzip.destroy()
    out.destroy()
    await rm(part, { force: true })
    throw isTooLong(error) ? new BackupRefusal('snapshotTooLong') : error
  }
}

interface Writing {
  payload: Payload
  write: (line: Line) => Promise<void>
  /** Filled while the rows are read: the files that they name. */
  named: { collection: string; name: string }[]
  onProgress: OnProgress
}

async function writeRows(
  writing: Writing & { req: PayloadRequest },
): Promise<{ sections: number; rows: number }> {
  const { payload, req, write, named, onProgress } = writing
  const collections = keptCollections(payload).map(({ slug }) => ({ slug, idKind: idKindOf(payload, slug) }))
  const header: Header = {
    ...{ kind: 'header', format, at: new Date().toISOString(), database: payload.db.name },
    ...{ payload: payload.db.packageName ?? '', collections },
  }
  await write(header)
  const sections = sectionsOf(payload)
  let rows = 0
  for (const section of sections) {
    const { collection, of } = section
    // For the progress alone, and so not of the snapshot.
    const all = of === 'documents' ? (await payload.db.count({ collection })).totalDocs : null
    const sum = new SumOfHashes()
    await write({ kind: 'section', collection, of })
    for await (const batch of readRows({ payload, req }, section)) {
      for (const row of batch) {
        sum.add(rowText(section, row))
        await write({ kind: 'row', row })
        if (of === 'documents' && folderOf(payload, collection)) {
          named.push(...filesOf(row).map((name) => ({ collection, name })))
        }
      }
      onProgress({ what: of === 'versions' ? `${collection} (versions)` : collection, done: sum.count, all })
    }
    await write({ kind: 'end', collection, of, count: sum.count, hash: sum.hex })
    rows += sum.count
  }
  return { sections: sections.length, rows }
}

async function writeFiles({
  payload,
  named,
  write,
  onProgress,
}: Writing): Promise<{ files: number; missing: string[] }> {
  const missing: string[] = []
  let done = 0
  for (const { collection, name } of named) {
    const place = path.join(folderOf(payload, collection) ?? '', path.basename(name))
    if (await isThere(place)) {
      await write({ kind: 'file', collection, name })
      const hash = createHash('sha256')
      let size = 0
      for await (const piece of createReadStream(place, {
        highWaterMark: 192 * 1024,
      }) as AsyncIterable<Buffer>) {
        hash.update(piece)
        size += piece.length
        await write({ kind: 'piece', base64: piece.toString('base64') })
      }
      await write({ kind: 'fileEnd', size, sha256: hash.digest('hex') })
    } else {
      missing.push(`${collection}/${name}`)
      await write({ kind: 'missing', collection, name })
    }
    onProgress({ what: 'files', done: (done += 1), all: named.length })
  }
  return { files: named.length - missing.length, missing }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

/** MongoDB gave the snapshot up: its transaction lived too long, or its moment is no longer kept. */
function isTooLong(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : 0
  return [239, 246, 251, 290].includes(code)
}
