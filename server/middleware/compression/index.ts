import type { RequestHandler } from 'express'
import compress from 'compression'

/** Compresses what is text and longer than a kilobyte; pictures are left as they are. */
export function compression(): RequestHandler {
  return compress({ threshold: 1024 })
}
