import config from '@payload-config'
import { getPayload, handleEndpoints } from 'payload'
import { cache } from 'react'
import type { Preview } from '../../../src/exports/delivery.ts'

/** What a link of preview opens, or the words that say why it opens nothing. */
export type PreviewRead = { preview: Preview } | { refusal: string }

/** Asks the API what a signed link shows; the page adds nothing that the API does not give. */
export const readPreview = cache(async (token: string): Promise<PreviewRead> => {
  await getPayload({ config })
  const request = new Request(`http://localhost/api/preview/${encodeURIComponent(token)}`)
  const answer = await handleEndpoints({ config, request })
  const body = (await answer.json()) as Preview & { errors?: { message: string }[] }
  return answer.status === 200 ? { preview: body } : { refusal: body.errors?.[0]?.message ?? '' }
})
