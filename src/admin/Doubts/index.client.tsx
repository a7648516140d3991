'use client'
import { useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import type { Diagnostic } from '../../core/diagnostics/index.ts'
import { fill, wordsIn } from '../../translations/index.ts'
import './index.css'

/** The importer's doubts about an article, in words: what it is, where, and what to do. */
export const Doubts: JSONFieldClientComponent = ({ path }) => {
  const { value } = useField<Diagnostic[] | null>({ path })
  const { labels, diagnostics } = wordsIn(useTranslation().i18n.language)
  if (!value?.length) return null
  return (
    <section className="broadsheet-doubts" aria-label={labels['articles.doubts']}>
      <h3>{labels['articles.doubts']}</h3>
      <ul>
        {value.map((doubt, index) => {
          const text = diagnostics[doubt.code]
          return (
            <li key={`${doubt.code}-${index}`}>
              <strong>{text?.title ?? doubt.code}</strong>
              {doubt.place?.line ? (
                <span className="broadsheet-doubts__place">
                  {labels['transcripts.one']} {doubt.place.line}
                </span>
              ) : null}
              {text ? <p>{`${fill(text.what, doubt.params)} ${fill(text.fix, doubt.params)}`}</p> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
