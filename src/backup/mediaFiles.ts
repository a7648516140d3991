import path from 'node:path'
import type { Payload } from 'payload'

import { BackupRefusal } from './format.ts'

type Row = Record<string, unknown>

/** Where a collection keeps its files on this machine; null where it has none, or keeps them in remote storage. */
export function folderOf(payload: Payload, slug: string): string | null {
  const upload = payload.collections[slug]?.config.upload
  if (!upload || upload.disableLocalStorage) return null
  return path.resolve(upload.staticDir ?? slug)
}

/** Collections whose files are elsewhere: a backup holds their rows and not their files. */
export function remoteCollections(payload: Payload): string[] {
  return payload.config.collections
    .filter(({ upload }) => Boolean(upload) && upload.disableLocalStorage)
    .map(({ slug }) => slug)
}

/** The files that a document of an upload collection names: the original and its sizes. */
export function filesOf(row: Row): string[] {
  const sizes = Object.values((row.sizes ?? {}) as Record<string, Row | null>)
  const names = [row, ...sizes].map((one) => one?.filename)
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && name !== ''))]
}

/** A name that cannot lead out of its folder, whatever a file says. */
export function safeName(name: string): string {
  if (name === '' || name === '.' || name === '..' || name !== path.basename(name) || /[/\\\0]/.test(name)) {
    throw new BackupRefusal('damaged', { where: JSON.stringify(name) })
  }
  return name
}
