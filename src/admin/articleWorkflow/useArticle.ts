'use client'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useSyncExternalStore } from 'react'

import { wordsIn, type Words } from '../../translations/index.ts'
import { articleStates, type ArticleState } from './articleStates.ts'

/** The article of this page, for any of our parts in it. */
export interface ArticleOfPage extends ArticleState {
  /** Undefined while a new one is being written. */
  id: string | undefined
  /** The article's address in the API. */
  url: string
  /** Prefix of every address of the API. */
  api: string
  language: string
  words: Words
  /** Reads the workflow's state again. */
  reload: () => Promise<ArticleState | null>
}

/** The article that this page shows, and what is known of its workflow. */
export function useArticle(): ArticleOfPage {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { language } = i18n
  const api = `${config.serverURL}${config.routes.api}`
  const url = `${api}/${collectionSlug}/${id}`
  const state = useSyncExternalStore(
    articleStates.subscribe,
    () => articleStates.get(url),
    articleStates.onServer,
  )
  const reload = useCallback(() => articleStates.load({ url, language }), [url, language])
  return {
    ...state,
    id: id === undefined ? undefined : String(id),
    ...{ url, api, language, words: wordsIn(language), reload },
  }
}
