'use client'
import { useEffect, useState } from 'react'

import { request } from '../articleWorkflow/request.ts'
import { useArticle } from '../articleWorkflow/useArticle.ts'
import { useSlugs } from '../useOptions.ts'

/** A colleague an article can be given to. */
export interface Person {
  id: string
  name: string
}

/** The staff by name, read once somebody has to be chosen. */
export function usePeople(wanted: boolean): Person[] {
  const { api, language } = useArticle()
  const { users } = useSlugs()
  const [people, setPeople] = useState<Person[]>([])
  useEffect(() => {
    if (!wanted) return
    let current = true
    const address = `${api}/${users}?depth=0&limit=500&sort=name&select[name]=true`
    void request<{ docs: Person[] }>(address, { language }).then((answer) => {
      if (current && answer.ok) setPeople(answer.body.docs)
    })
    return () => {
      current = false
    }
  }, [wanted, api, users, language])
  return people
}
