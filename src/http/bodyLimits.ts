import type { IncomingHttpHeaders } from 'node:http'

export interface BodyLimits {
  /** Bytes of a multipart body: a picture with its fields. */
  upload: number
  /** Bytes of any other body. */
  other: number
}

export const defaultBodyLimits: BodyLimits = { upload: 50_000_000, other: 2_000_000 }

/** How many bytes a body with these headers may have. */
export function limitOf(headers: IncomingHttpHeaders, { upload, other }: BodyLimits): number {
  return headers['content-type']?.startsWith('multipart/form-data') ? upload : other
}

/** What is said about a body of more than `limit` bytes. */
export function tooLarge(limit: number): string {
  const megabytes = Math.round(limit / 1_000_000)
  return `内容过大，最多 ${megabytes} MB。 / Too large: at most ${megabytes} MB.`
}
