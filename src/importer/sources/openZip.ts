import { open } from 'node:fs/promises'
import yauzl from 'yauzl'

import { diagnostic, type Diagnostic } from '../../core/diagnostics/index.ts'
import type { SourceFile } from '../types.ts'
import { largestFile } from './decodeText.ts'

/** Files of an archive and everything in it, uncompressed; an issue has some tens of files. */
const mostEntries = 5_000
const largestArchive = 1024 ** 3
/** Text shrinks to a tenth or so. Far beyond that, an entry is made to burst. */
const highestRatio = 200
const smallEntry = 64 * 1024

/** A file in an archive or folder, by its path from there with forward slashes. */
export interface TreeFile extends SourceFile {
  path: string
}

/** Whether a file begins as ZIP archives do. */
export async function isZip(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt32LE() === 0x04034b50
  } finally {
    await handle.close()
  }
}

/**
 * Lists a ZIP archive; nothing is unpacked to disk, and a file is inflated only when it is read. An archive with
 * unsafe names, encrypted entries or sizes beyond any newspaper is refused whole.
 */
export async function openZip(path: string, name: string): Promise<TreeFile[] | Diagnostic> {
  const refused = (reason: string): Diagnostic =>
    diagnostic('zip.refused', { file: name, reason }, { file: name })
  const files: TreeFile[] = []
  let total = 0
  try {
    const zip = await openArchive(path)
    try {
      for await (const entry of zip.eachEntry()) {
        const inner = entryName(entry)
        if (!isSafe(inner)) return refused(`unsafe name ${JSON.stringify(inner.slice(0, 80))}`)
        if (inner.endsWith('/')) continue
        const { compressedSize, uncompressedSize: size } = entry
        total += size
        if (files.length >= mostEntries) return refused(`more than ${mostEntries} files`)
        if (total > largestArchive) return refused(`more than ${largestArchive} bytes unpacked`)
        if (size > smallEntry && size > compressedSize * highestRatio)
          return refused(`${inner}: compression ratio`)
        if (entry.isEncrypted()) return refused(`${inner}: encrypted`)
        files.push({
          path: inner,
          name: `${name}/${inner}`,
          size,
          read: () => readEntry(path, entry),
        })
      }
    } finally {
      zip.close()
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return refused(error.message)
  }
  return files
}

/** Names are checked here, whatever their encoding says: parts that climb, roots, drives, backslashes, NUL. */
function isSafe(name: string): boolean {
  if (name === '' || /[\\\0]/.test(name) || /^(\/|[A-Za-z]:)/.test(name)) return false
  return !name.split('/').includes('..')
}

/** Flag bit 11 says UTF-8; programs on Chinese Windows leave it off and write GB18030. */
function entryName(entry: yauzl.Entry): string {
  const raw = entry.fileName as unknown as Buffer
  if (entry.generalPurposeBitFlag & 0x800) return raw.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

/** Without decoding names: yauzl would take GB18030 for code page 437. */
function openArchive(path: string): Promise<yauzl.ZipFile> {
  return yauzl.openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false })
}

async function readEntry(path: string, entry: yauzl.Entry): Promise<Uint8Array> {
  const zip = await openArchive(path)
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of stream) {
      const part = chunk as Buffer
      length += part.length
      // What the directory says of an entry's size is a claim.
      if (length > largestFile) throw new Error('entry larger than it claims')
      chunks.push(part)
    }
    return Buffer.concat(chunks)
  } finally {
    zip.close()
  }
}
