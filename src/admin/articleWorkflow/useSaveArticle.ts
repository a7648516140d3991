'use client'
import { useDocumentInfo, useForm, useLocale } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useCallback } from 'react'

import { useArticle } from './useArticle.ts'

/** Saves that are not through yet, by the article's address. */
const underWay = new Map<string, Promise<boolean>>()

/** Waits for a save of this page that is under way; false when there is none. */
export async function saveUnderWay(url: string): Promise<boolean> {
  const saving = underWay.get(url)
  if (!saving) return false
  await saving
  return true
}

/**
 * Saves the form as a draft, on the revision that it shows (its hidden field `rev`).
 * @returns whether it was saved; when not, the form keeps everything and Payload has said why
 */
export function useSaveArticle(): () => Promise<boolean> {
  const { submit } = useForm()
  const { setUnpublishedVersionCount } = useDocumentInfo()
  const { code: locale } = useLocale()
  const { id, url, api, moves, reload } = useArticle()
  const router = useRouter()
  const { collectionSlug } = useDocumentInfo()
  const send = useCallback(async () => {
    const address = id ? url : `${api}/${collectionSlug}`
    const answer = await submit({
      action: `${address}?locale=${locale}&depth=0&fallback-locale=null&draft=true`,
      method: id ? 'PATCH' : 'POST',
      overrides: { _status: 'draft' },
      skipValidation: true,
    })
    // Payload gives the answer back only of a save that succeeded.
    const saved = answer !== undefined && answer !== null && answer.res.ok
    if (saved) setUnpublishedVersionCount((count) => count + 1)
    const now = id ? await reload() : null
    // In proof a change that is more than a correction reopens the article: other people edit it then.
    if (saved && now?.moves && moves && now.moves.stage !== moves.stage) router.refresh()
    return saved
  }, [submit, id, url, api, collectionSlug, locale, setUnpublishedVersionCount, moves, reload, router])
  return useCallback(() => {
    const saving = send().finally(() => underWay.delete(url))
    underWay.set(url, saving)
    return saving
  }, [send, url])
}
