'use client'
import { useEffect, useState } from 'react'

import { request } from '../articleWorkflow/request.ts'
import { useArticle } from '../articleWorkflow/useArticle.ts'
import type { Text } from './differences.ts'

/** The text as it is now, and the names of the authors in either text. */
export interface Latest {
  text: Text
  authors: ReadonlyMap<string, string>
}

/** Reads the present text once it is wanted; again when there is a newer revision of it. */
export function useLatest(wanted: boolean, rev: number): Latest | null {
  const { url, api, language } = useArticle()
  const [latest, setLatest] = useState<Latest | null>(null)
  useEffect(() => {
    if (!wanted) return
    let current = true
    const read = async () => {
      const answer = await request<Text>(`${url}?draft=true&depth=0`, { language })
      if (!answer.ok) return
      const names = await request<{ docs: { id: string; name: string }[] }>(
        `${api}/authors?depth=0&limit=0&select[name]=true`,
        { language },
      )
      const authors = names.ok ? names.body.docs.map(({ id, name }) => [id, name] as const) : []
      if (current) setLatest({ text: answer.body, authors: new Map(authors) })
    }
    void read()
    return () => {
      current = false
    }
  }, [wanted, rev, url, api, language])
  return wanted ? latest : null
}
