import config from '@payload-config'
import { getPayload, handleEndpoints } from 'payload'
import { headers } from 'next/headers'
import { cache } from 'react'
import { publishedHouse, type Preview } from '../../../src/exports/delivery.ts'

/** What a link of preview opens, or the words that say why it opens nothing, in a language of who came with it. */
export type PreviewRead = { preview: Preview } | { refusal: string; language: string }

/** Asks the API what a signed link shows; the page adds nothing that the API does not give. */
export const readPreview = cache(async (token: string): Promise<PreviewRead> => {
  const payload = await getPayload({ config })
  const language = publishedHouse(payload).languageOf((await headers()).get('accept-language') ?? undefined)
  const request = new Request(`http://localhost/api/preview/${encodeURIComponent(token)}`, {
    headers: { 'accept-language': language },
  })
  const answer = await handleEndpoints({ config, request })
  const body = (await answer.json()) as Preview & { errors?: { message: string }[] }
  return answer.status === 200 ? { preview: body } : { refusal: body.errors?.[0]?.message ?? '', language }
})
