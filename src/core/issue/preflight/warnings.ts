import { responsibilityOf, missingRoles } from '../responsibility.ts'
import type { Found } from './item.ts'
import { isOut, warning, type Rule } from './rules.ts'

/** Ready articles that stand nowhere: forgotten, or for another day. */
export const unplaced: Rule = (facts) =>
  facts.unplaced.map(({ id, title }) =>
    warning({
      code: 'warning.unplaced',
      place: { kind: 'article', id },
      params: { article: title },
    }),
  )

/** Two articles under one headline: perhaps one of them is the other. */
export const duplicateHeadlines: Rule = ({ articles }) => {
  const first = new Map<string, string>()
  return articles.flatMap(({ id, headline }): Found[] => {
    const key = (headline ?? '').normalize('NFKC').replace(/\s+/g, '')
    if (key === '') return []
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, id)
      return []
    }
    const params = { article: headline ?? '—' }
    return [
      warning({
        code: 'warning.duplicateHeadline',
        place: { kind: 'article', id },
        params,
        extra: { part: earlier },
      }),
    ]
  })
}

/** Articles that were signed off past some of their reviews. */
export const overrides: Rule = ({ articles }) =>
  articles
    .filter((article) => article.facts.slip.urgent && !isOut(article))
    .map(({ id, title }) =>
      warning({
        code: 'warning.override',
        place: { kind: 'article', id },
        params: { article: title },
      }),
    )

/** Pages without an article. */
export const emptyPages: Rule = ({ issue }) =>
  issue.pages
    .filter(({ placed }) => placed.length === 0)
    .map(({ id, number }) =>
      warning({ code: 'warning.emptyPage', place: { kind: 'page', id }, params: { page: number } }),
    )

/** Pages whose responsibility line would lack somebody. */
export const responsibilities: Rule = ({ articles, issue }) =>
  issue.pages
    .filter(({ placed }) => placed.length > 0)
    .flatMap((page) => {
      const ids = new Set(page.placed.map(({ article }) => article))
      const line = responsibilityOf({
        page,
        articles: articles.filter(({ id }) => ids.has(id)),
        issueSigner: null,
      })
      // Who signs the issue is its chief on duty: that part is filled by the signature itself.
      const missing = missingRoles(line, issue.profile).filter((role) => role !== 'chief')
      if (missing.length === 0) return []
      const params = { page: page.number, roles: missing.join(',') }
      return [warning({ code: 'warning.responsibility', place: { kind: 'page', id: page.id }, params })]
    })

/** Corrections that promised readers a notice in this issue. */
export const correctionsDue: Rule = (facts) =>
  facts.correctionsDue.map(({ id, title, page }) =>
    warning({
      code: 'warning.correctionDue',
      place: { kind: 'article', id },
      params: { article: title, page: page ?? '?' },
      extra: { waivable: true },
    }),
  )
