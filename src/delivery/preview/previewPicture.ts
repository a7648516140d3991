import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { PayloadRequest, TypeWithID } from 'payload'

import type { Slugs } from '../../options.ts'

/**
 * The file of a picture that a preview shows, from wherever the app keeps its files; null when there is no such file. Whoever asks
 * has made sure that the preview shows it: nobody's access is looked at here.
 */
export async function readPreviewPicture(
  { req, slugs }: { req: PayloadRequest; slugs: Slugs },
  filename: string,
): Promise<Response | null> {
  const collection = slugs.media
  const { config } = req.payload.collections[collection]!
  const doc = await req.payload.db.findOne<TypeWithID & { mimeType?: string; prefix?: string }>({
    ...{ collection, where: { filename: { equals: filename } }, req },
  })
  if (!doc) return null
  const params = { collection, filename, ...(doc.prefix ? { prefix: doc.prefix } : {}) }
  for (const handler of config.upload.handlers ?? []) {
    const answer = await handler(req, { doc, headers: new Headers(), params } as never)
    if (answer instanceof Response) return answer
  }
  const file = path.join(path.resolve(config.upload.staticDir ?? collection), path.basename(filename))
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) return null
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: {
      'content-type': doc.mimeType ?? 'application/octet-stream',
      'content-length': String(found.size),
    },
  })
}
