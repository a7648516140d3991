import { createHash } from 'node:crypto'

import { diagnostic, type Diagnostic } from '../../core/diagnostics/index.ts'
import type { DecodedText, SourceFile } from '../types.ts'
import { decodeText, largestFile } from './decodeText.ts'

export interface ReadSource extends DecodedText {
  /** Of the bytes, in hexadecimal. */
  sha256: string
}

/** Reads a file to text; a file that cannot be read, or is none, is an expected problem. */
export async function readSource(file: SourceFile): Promise<ReadSource | Diagnostic> {
  const { name, size } = file
  // Before a byte is read, so that a huge file costs nothing.
  if (size > largestFile) {
    return diagnostic('input.tooLarge', { file: name, size, limit: largestFile }, { file: name })
  }
  let bytes: Uint8Array
  try {
    bytes = await file.read()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const reason = 'code' in error ? String(error.code) : error.message
    return diagnostic('input.unreadable', { file: name, reason }, { file: name })
  }
  const decoded = decodeText(bytes, name)
  if ('code' in decoded) return decoded
  return { ...decoded, sha256: createHash('sha256').update(bytes).digest('hex') }
}
