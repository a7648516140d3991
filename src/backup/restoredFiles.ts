import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'

import { folderOf, safeName } from './mediaFiles.ts'

/** Files of a restore: written beside their places, and moved there only once all rows are in. */
export class RestoredFiles {
  readonly #payload: Payload
  readonly #waiting: { from: string; to: string }[] = []
  #open: FileHandle | undefined

  constructor(payload: Payload) {
    this.#payload = payload
  }

  async begin({ collection, name }: { collection: string; name: string }): Promise<void> {
    const folder = folderOf(this.#payload, collection)
    if (!folder) throw new Error(`${collection} keeps no files here`)
    await mkdir(folder, { recursive: true })
    const to = path.join(folder, safeName(name))
    const from = path.join(folder, `.restoring-${this.#waiting.length}-${process.pid}`)
    this.#waiting.push({ from, to })
    this.#open = await open(from, 'w')
  }

  async add(piece: Buffer): Promise<void> {
    await this.#open?.writeFile(piece)
  }

  async end(): Promise<void> {
    await this.#open?.sync()
    await this.#open?.close()
    this.#open = undefined
  }

  async keep(): Promise<void> {
    for (const { from, to } of this.#waiting) await rename(from, to)
  }

  async forget(): Promise<void> {
    await this.#open?.close()
    for (const { from } of this.#waiting) await rm(from, { force: true })
  }
}
