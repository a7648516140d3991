import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'

import { BackupRefusal, type Line } from './format.ts'

/** A line of a backup is a row or a piece of a file. Longer than this it is something else. */
const longest = 256 * 1024 * 1024

/** The lines of a backup, one after another. Throws a `BackupRefusal` for what is no backup, damaged or cut off. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const gunzip = createGunzip()
  // Its errors come out of the loop below.
  pipeline(createReadStream(file), gunzip, () => undefined)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let number = 0
  const parsed = (text: string): Line => {
    number += 1
    try {
      const line = JSON.parse(text) as Line
      if (typeof line === 'object' && line !== null && typeof line.kind === 'string') return line
    } catch {
      // Said below, with the place.
    }
    throw new BackupRefusal(number === 1 ? 'notABackup' : 'damaged', { where: `line ${number}` })
  }
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const text of lines) yield parsed(text)
      if (rest.length > longest) throw new BackupRefusal('notABackup')
    }
  } catch (error) {
    throw readable(error, file, number)
  }
  if (rest !== '') throw new BackupRefusal('cutOff')
}

/** What reading the file ran into, as something to be said. */
function readable(error: unknown, file: string, lines: number): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'EISDIR') return new BackupRefusal('notFound', { file })
  if (code === 'Z_BUF_ERROR') return new BackupRefusal('cutOff')
  if (code.startsWith('Z_')) {
    return new BackupRefusal(lines === 0 ? 'notABackup' : 'damaged', { where: `line ${lines + 1}` })
  }
  return error
}
