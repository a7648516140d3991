import { articlePath, issuePath, pagePath } from '../permalinks.ts'
import type { PublicArticle } from '../publicArticle.ts'
import { publishedOn } from './publishedOn.ts'
import { datelineOf } from '../text/dateline.ts'
import { correctionsOf, summaryOf, type FeedWords } from './feedItem.ts'

/**
 * An article as JSON-LD of schema.org: `NewsArticle` with `printPage`, `isPartOf` (issue, newspaper) and `correction`.
 * Null of one that stands on no page. Put into HTML it needs `scriptJson`, which no text in it can end.
 */
export function newsArticle(
  article: PublicArticle,
  args: { origin: string; words: FeedWords },
): object | null {
  const { origin, words } = args
  const first = article.placements[0]
  if (!first) return null
  const { publication } = article
  const address = { publication: publication.slug, ...first.issue }
  const url = origin + articlePath(address, article.id)
  const inIssue = article.placements.filter(({ issue }) => issue.id === first.issue.id)
  const unique = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value) => value !== null)),
  ]
  const newspaper = {
    '@type': 'Newspaper',
    name: publication.name,
    url: `${origin}/${publication.slug}`,
    ...(publication.cnNumber ? { identifier: publication.cnNumber } : {}),
  }
  const corrections = correctionsOf(article, words)
  const moments = [...article.corrections]
    .filter(({ note }) => note !== null)
    .sort((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1))
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    ...given({ headline: article.headline ?? article.kicker, alternativeHeadline: article.deck }),
    ...given({ description: summaryOf(article), dateline: datelineOf(article.dateline) }),
    articleSection: unique([...inIssue.map(({ page }) => page.name), article.column]),
    inLanguage: publication.language,
    datePublished: publishedOn(article) ?? first.issue.date,
    dateModified: article.modifiedAt ?? article.publishedAt ?? first.issue.date,
    version: article.version,
    author: article.authors.map(({ name, kind }) => ({
      '@type': kind === 'organisation' ? 'Organization' : 'Person',
      name,
    })),
    publisher: { '@type': 'NewsMediaOrganization', name: publication.name, url: newspaper.url },
    printPage: unique(inIssue.map(({ page }) => page.number)).join(', '),
    ...given({
      printSection: first.page.name,
      printEdition: first.issue.edition === 'main' ? null : first.issue.edition,
    }),
    isPartOf: {
      '@type': 'PublicationIssue',
      '@id': origin + issuePath(address),
      url: origin + pagePath(address, first.page.number),
      ...given({ issueNumber: first.issue.number ?? first.issue.wholeNumber }),
      datePublished: first.issue.date,
      isPartOf: newspaper,
    },
    ...(corrections.length > 0
      ? {
          correction: corrections.map((text, index) => ({
            '@type': 'CorrectionComment',
            text,
            ...given({ datePublished: moments[index]!.at }),
          })),
        }
      : {}),
  }
}

/** JSON for a `script` element of a page: no text in it can end the element. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function given(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])),
  )
}
