'use client'
import { useConfig } from '@payloadcms/ui'

import { fill } from '../../translations/index.ts'
import { useArticle } from '../articleWorkflow/useArticle.ts'
import { PublicVersions } from '../PublicVersions/index.client.tsx'
import { useSlugs } from '../useOptions.ts'
import { Decisions } from './Decisions.tsx'
import './index.css'
import { Timeline } from './Timeline.tsx'

/** 审稿单 below the text: every decision with its text, and everything that happened. */
export function ReviewSlip() {
  const article = useArticle()
  const { id, trail, words, language } = article
  const { config } = useConfig()
  const slugs = useSlugs()
  if (!id || !trail) return null
  const { admin } = words
  const { slip, names } = trail
  const writers = [...new Set([...(slip.creator ? [slip.creator] : []), ...slip.writers])]
  return (
    <section className="broadsheet-slip" aria-label={admin['slip.title']}>
      <header>
        <h2>{admin['slip.title']}</h2>
        <p>
          {writers.length > 0
            ? fill(admin['slip.writers'], {
                names: writers.map((one) => names[one] ?? one).join(words.workflow.comma),
              })
            : admin['slip.noWriters']}
        </p>
        <a href={`${config.routes.admin}/collections/${slugs.articles}/${id}/versions`}>
          {admin['slip.versions']}
        </a>
      </header>
      <h3>{admin['slip.decisions']}</h3>
      {trail.records.length === 0 ? (
        <p>{admin['slip.none']}</p>
      ) : (
        <Decisions {...{ trail, words, language }} />
      )}
      {slip.publishedAt ? <PublicVersions article={article} rev={slip.rev} /> : null}
      <details className="broadsheet-slip__events">
        <summary>
          {admin['slip.events']} ({trail.events.length})
        </summary>
        <Timeline {...{ trail, words, language }} />
      </details>
    </section>
  )
}
