'use client'
import { Button, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState } from 'react'

import type { Stage } from '../../core/workflow/index.ts'
import { fill, wordsIn } from '../../translations/index.ts'
import { request } from '../articleWorkflow/request.ts'
import { useRoles, useSlugs } from '../useOptions.ts'
import { Blocked, type BlockedArticle } from './Blocked.tsx'
import { Counts } from './Counts.tsx'
import './index.css'
import { readIssue, type ArticleOfIssue } from './readIssue.ts'

/** What publishing answers with when it worked. */
interface Published {
  articles: string[]
  waiting: number
}

/** What it answers with when it did not. */
interface Refused {
  errors?: { message?: string; data?: { articles?: BlockedArticle[] } }[]
}

type Result = { done: Published } | { refused: string; articles: readonly BlockedArticle[] }

/** Publishes the ready articles of an issue, until the issue desk comes: what would appear, and why not. */
export function PublishIssue() {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const slugs = useSlugs()
  const { language } = useTranslation().i18n
  const words = wordsIn(language)
  const { admin } = words
  const roles = useRoles()
  const router = useRouter()
  const api = `${config.serverURL}${config.routes.api}`
  const [articles, setArticles] = useState<ArticleOfIssue[] | null>(null)
  const [read, setRead] = useState(0)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result | null>(null)

  useEffect(() => {
    if (!id) return
    let current = true
    void readIssue({ api, slugs, issue: String(id), language }).then((found) => {
      if (current) setArticles(found)
    })
    return () => {
      current = false
    }
  }, [api, slugs, id, language, read])

  if (!id) return null
  const inStage = (stage: Stage) => articles?.filter((article) => article.stage === stage).length ?? 0
  const ready = inStage('ready')
  const waiting = (articles?.length ?? 0) - ready - inStage('published')
  const chief = roles.includes('chief')
  const whyNot = !articles
    ? null
    : articles.length === 0
      ? admin['issue.empty']
      : !chief
        ? admin['issue.whoMay']
        : ready > 0
          ? null
          : waiting === 0
            ? admin['issue.allOut']
            : admin['issue.nothingReady']

  const publish = async () => {
    setBusy(true)
    const answer = await request<Published, Refused>(`${api}/${collectionSlug}/${id}/publish`, {
      ...{ method: 'POST', language, data: {} },
    })
    setBusy(false)
    setAsking(false)
    setArticles(null)
    setRead((count) => count + 1)
    if (answer.ok) {
      setResult({ done: answer.body })
      return router.refresh()
    }
    const error = answer.body?.errors?.[0]
    setResult({ refused: error?.message ?? admin['bar.failed'], articles: error?.data?.articles ?? [] })
  }

  return (
    <section className="broadsheet-issue" aria-label={admin['issue.title']}>
      {articles ? <Counts {...{ articles, words }} /> : <p role="status">{admin['issue.loading']}</p>}
      {articles && !whyNot && !asking ? (
        <Button buttonStyle="primary" size="small" margin={false} onClick={() => setAsking(true)}>
          {admin['issue.button']}
        </Button>
      ) : null}
      {whyNot ? <p className="broadsheet-bar__note">{whyNot}</p> : null}
      {asking ? (
        <div className="broadsheet-panel" role="group" aria-label={admin['issue.title']}>
          <p>{fill(admin['issue.sure'], { ready, waiting })}</p>
          <div className="broadsheet-panel__buttons">
            <Button
              buttonStyle="primary"
              size="small"
              margin={false}
              disabled={busy}
              onClick={() => void publish()}
            >
              {admin['issue.yes']}
            </Button>
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              disabled={busy}
              onClick={() => setAsking(false)}
            >
              {admin['move.cancel']}
            </Button>
          </div>
        </div>
      ) : null}
      {result && 'done' in result ? (
        <p className="broadsheet-issue__done" role="status">
          {fill(admin['issue.done'], {
            published: result.done.articles.length,
            waiting: result.done.waiting,
          })}
        </p>
      ) : null}
      {result && 'refused' in result ? (
        <Blocked
          message={result.refused}
          articles={result.articles}
          words={words}
          list={`${config.routes.admin}/collections/${slugs.articles}`}
        />
      ) : null}
    </section>
  )
}
