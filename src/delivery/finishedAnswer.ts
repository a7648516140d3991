import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { Kept } from './boundedMemory.ts'

/** How a body may be sent; `identity` is as it is. */
export type Coding = 'identity' | 'gzip' | 'br'

/** One body as bytes, with the ETag that names just these bytes. */
export interface CodedBody {
  coding: Coding
  bytes: Buffer
  etag: string
  /** Room for what a server makes once of these bytes, such as the list of headers. */
  prepared?: unknown
}

/** Bytes of an answer's objects and headers, which of short ones are most of it; measured, and rounded up. */
const besideBody = 2_500
/** The same of each coding. */
const besideCoding = 1_000
/** Below this a compressed body would hardly be smaller. */
const worthCompressing = 1_024
/** Headers that say how a message was carried, or whom it is for; the server that sends it says them itself. */
const ofTheMessage = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
  'vary',
])

const compressors = {
  gzip: promisify(gzip),
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
}

/**
 * Whether the client has these very bytes already. Those of another coding do not count: a cache in between that is told so
 * would look for bytes that it does not have. @param given its If-None-Match
 */
export function isKnown({ etag }: Pick<CodedBody, 'etag'>, given: string): boolean {
  if (given.trim() === '*') return true
  return given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/** A whole answer as bytes, ready to be sent any number of times; each way to compress it is used once. */
export class FinishedAnswer implements Kept {
  readonly status: number
  /** Names in lower case, without those of the message itself. */
  readonly headers: readonly (readonly [string, string])[]
  /** What the endpoint itself said about caching. */
  readonly cacheControl: string | null
  /** False where another asker may get something else, or the same asker in a moment. */
  readonly mayBeKept: boolean
  /** Bytes that all bodies hold, and what stands beside them. */
  bytes: number
  readonly #plain: CodedBody
  // Not maps: tens of thousands of short answers would have two empty ones each.
  readonly #compressed: Partial<Record<Coding, CodedBody>> = {}
  readonly #underWay: Partial<Record<Coding, Promise<CodedBody>>> = {}
  readonly #tag: string

  constructor(response: { status: number; headers: Headers }, body: Buffer) {
    const { status, headers } = response
    this.status = status
    this.headers = [...headers].filter(([name]) => !ofTheMessage.has(name))
    this.cacheControl = headers.get('cache-control')
    this.mayBeKept =
      status < 500 && !headers.has('set-cookie') && !/no-store|private/.test(this.cacheControl ?? '')
    this.#tag = createHash('sha1').update(body).digest('base64url')
    this.#plain = { coding: 'identity', bytes: body, etag: `"${this.#tag}"` }
    this.bytes = body.length + besideBody
  }

  /** The plain bytes. */
  get body(): Buffer {
    return this.#plain.bytes
  }

  /** The body in a coding, if it is there already. */
  ready(coding: Coding): CodedBody | undefined {
    if (coding === 'identity' || this.body.length < worthCompressing) return this.#plain
    return this.#compressed[coding]
  }

  /** The body in a coding. @param onGrowth told how many bytes more are held now, when it had to be made */
  async in(coding: Coding, onGrowth: (bytes: number) => void): Promise<CodedBody> {
    const ready = this.ready(coding)
    if (ready || coding === 'identity') return ready ?? this.#plain
    const underWay = this.#underWay[coding]
    if (underWay) return underWay
    const made = this.#compress(coding).then((body) => {
      this.#compressed[coding] = body
      onGrowth(body.bytes.length + besideCoding)
      return body
    })
    this.#underWay[coding] = made
    try {
      return await made
    } finally {
      delete this.#underWay[coding]
    }
  }

  async #compress(coding: 'gzip' | 'br'): Promise<CodedBody> {
    const bytes = await compressors[coding](this.body)
    return { coding, bytes, etag: `"${this.#tag}-${coding}"` }
  }
}

/** Reads a response to its end. */
export async function finish(response: Response): Promise<FinishedAnswer> {
  return new FinishedAnswer(response, Buffer.from(await response.arrayBuffer()))
}
