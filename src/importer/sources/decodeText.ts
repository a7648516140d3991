import { diagnostic, type Diagnostic } from '../../core/diagnostics/index.ts'
import type { DecodedText } from '../types.ts'

/** Bytes of a file; a page transcript has a few thousand, a whole issue in one file a few hundred thousand. */
export const largestFile = 8 * 1024 * 1024
/** UTF-16 units of a line; a line is a paragraph. */
export const longestLine = 100_000

const signatures: readonly [kind: string, bytes: readonly number[]][] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP, DOCX', [0x50, 0x4b, 0x03, 0x04]],
  ['DOC, XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['GZIP', [0x1f, 0x8b, 0x08]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/** Of the characters at most this share may be unreadable before a file counts as not being text. */
const tolerated = 0.005

/**
 * Bytes to text by what they are, whatever the file is called: UTF-8 with or without a byte-order mark, GB18030,
 * UTF-16 with one. Gives the text, or the one error that says why it is none.
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText | Diagnostic {
  if (bytes.length > largestFile) {
    return diagnostic('input.tooLarge', { file, size: bytes.length, limit: largestFile }, { file })
  }
  const kind = signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0]
  if (kind) return notText(file, kind)
  const decoded = decode(bytes)
  if (!decoded) return notText(file, 'unknown encoding')
  const text = decoded.text.replace(/\r\n?/g, '\n')
  if (/^[\s\ufeff]*$/.test(text)) return diagnostic('input.empty', { file }, { file })
  const layout = text.match(/[\t\n\v\f\r]/g)?.length ?? 0
  const controls = (text.match(/\p{Cc}/gu)?.length ?? 0) - layout
  if (text.includes('\0') || controls > text.length * tolerated) return notText(file, 'control characters')
  const long = overlongLine(text, file)
  if (long) return long
  const lost = text.split('\ufffd').length - 1
  const diagnostics =
    lost > 0 ? [diagnostic('input.encoding', { count: lost, encoding: decoded.encoding }, { file })] : []
  return { text, encoding: decoded.encoding, diagnostics }
}

function decode(bytes: Uint8Array): Pick<DecodedText, 'text' | 'encoding'> | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes)
  return strictly('utf-8', bytes) ?? strictly('gb18030', bytes) ?? damaged(bytes)
}

function strictly(
  encoding: DecodedText['encoding'],
  bytes: Uint8Array,
): Pick<DecodedText, 'text' | 'encoding'> | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return encoding === 'gb18030' && !readsAsChinese(text) ? null : { text, encoding }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Nearly every byte string is valid GB18030; text in it uses common characters. */
function readsAsChinese(text: string): boolean {
  const beyond = text.match(/[\ue000-\uf8ff\ufffd]|[\u{20000}-\u{10ffff}]/gu)?.length ?? 0
  return beyond <= Math.max(2, text.length * tolerated)
}

/** The better of both encodings, if nearly all of it can be read. */
function damaged(bytes: Uint8Array): Pick<DecodedText, 'text' | 'encoding'> | null {
  const readings = (['utf-8', 'gb18030'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, encoding, lost: text.split('\ufffd').length - 1 }
  })
  const [best] = readings.sort((one, other) => one.lost - other.lost)
  if (!best || best.lost > Math.max(2, best.text.length * tolerated)) return null
  return best.encoding === 'gb18030' && !readsAsChinese(best.text) ? null : best
}

function overlongLine(text: string, file: string): Diagnostic | null {
  let line = 1
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    if (end - start > longestLine) {
      const params = { line, length: end - start, limit: longestLine }
      return diagnostic('input.lineTooLong', params, { file, line, column: 1 })
    }
    line += 1
    start = end + 1
  }
  return null
}

function notText(file: string, reason: string): Diagnostic {
  return diagnostic('input.notText', { file, reason }, { file })
}
