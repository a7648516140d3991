import { createHash, type Hash } from 'node:crypto'
import type { Payload } from 'payload'

import { BackupRefusal, format, type Header, type SectionName } from './format.ts'
import { folderOf, safeName } from './mediaFiles.ts'
import { readLines } from './readLines.ts'
import { rowText } from './readRows.ts'
import { idKindOf, mayRenumber, sectionsOf, type Section } from './sections.ts'
import { SumOfHashes } from './sumOfHashes.ts'

/** What a whole and fitting backup holds. */
export interface Checked {
  header: Header
  /** Number and hash of each section's rows, by `keyOf`. */
  sections: Map<string, { count: number; hash: string }>
  rows: number
  files: number
}

/** A section's name as one text. */
export function keyOf({ collection, of }: SectionName): string {
  return `${collection} ${of}`
}

/**
 * Reads a backup to its end before anything of it is written: every row's place, every section's number and hash, every
 * file's, and whether this house has the collections. Throws a `BackupRefusal` that says what is wrong.
 */
export async function checkBackup(
  payload: Payload,
  { file, onRow = () => undefined }: { file: string; onRow?: (rows: number) => void },
): Promise<Checked> {
  const known = new Map(sectionsOf(payload).map((section) => [keyOf(section), section]))
  const sections: Checked['sections'] = new Map()
  let header: Header | undefined
  let at: { section: Section; sum: SumOfHashes } | undefined
  let reading: { hash: Hash; size: number; name: string } | undefined
  let total: { rows: number; files: number } | undefined
  let [rows, files, line] = [0, 0, 0]
  const damaged = () => new BackupRefusal('damaged', { where: `line ${line}` })

  for await (const one of readLines(file)) {
    line += 1
    if (total) throw damaged()
    if (!header) {
      if (one.kind !== 'header') throw new BackupRefusal('notABackup')
      header = one
      fits(payload, header)
      continue
    }
    switch (one.kind) {
      case 'section': {
        const section = known.get(keyOf(one))
        if (at || reading || sections.has(keyOf(one))) throw damaged()
        if (!section) throw new BackupRefusal('unknownCollections', { names: keyOf(one) })
        at = { section, sum: new SumOfHashes() }
        break
      }
      case 'row': {
        if (!at || typeof one.row !== 'object' || one.row === null) throw damaged()
        if (at.sum.count === 0) sameIds(payload, { header, section: at.section })
        at.sum.add(rowText(at.section, one.row))
        onRow((rows += 1))
        break
      }
      case 'end': {
        if (!at || keyOf(at.section) !== keyOf(one)) throw damaged()
        const { count, hex: hash } = at.sum
        if (count !== one.count || hash !== one.hash)
          throw new BackupRefusal('damaged', { where: keyOf(one) })
        sections.set(keyOf(one), { count, hash })
        at = undefined
        break
      }
      case 'file': {
        if (at || reading || folderOf(payload, one.collection) === null) throw damaged()
        reading = { hash: createHash('sha256'), size: 0, name: safeName(one.name) }
        break
      }
      case 'piece': {
        if (!reading) throw damaged()
        const piece = Buffer.from(one.base64, 'base64')
        reading.hash.update(piece)
        reading.size += piece.length
        break
      }
      case 'fileEnd': {
        if (!reading) throw damaged()
        if (reading.size !== one.size || reading.hash.digest('hex') !== one.sha256) {
          throw new BackupRefusal('damaged', { where: reading.name })
        }
        reading = undefined
        files += 1
        break
      }
      case 'missing':
        break
      case 'total': {
        if (at || reading || one.sections !== sections.size || one.rows !== rows || one.files !== files) {
          throw damaged()
        }
        total = one
        break
      }
      default:
        throw damaged()
    }
  }
  if (!header || !total) throw new BackupRefusal(header ? 'cutOff' : 'notABackup')
  return { header, sections, rows, files }
}

/** Whether this house can hold what the header names. */
function fits(payload: Payload, header: Header): void {
  if (typeof header.format !== 'number' || !Array.isArray(header.collections)) {
    throw new BackupRefusal('notABackup')
  }
  if (header.format > format) throw new BackupRefusal('newerFormat', { format: header.format, known: format })
  const unknown = header.collections.filter(({ slug }) => !payload.collections[slug]).map(({ slug }) => slug)
  if (unknown.length > 0) throw new BackupRefusal('unknownCollections', { names: unknown.join(', ') })
}

/** Documents keep their ids, so the ids have to be of the same kind there and here. */
function sameIds(payload: Payload, { header, section }: { header: Header; section: Section }): void {
  const { collection, of } = section
  if (of !== 'documents' || mayRenumber(collection)) return
  const there = header.collections.find(({ slug }) => slug === collection)?.idKind ?? 'unknown'
  const here = idKindOf(payload, collection)
  if (here !== there) throw new BackupRefusal('otherIds', { collection, there, here })
}
