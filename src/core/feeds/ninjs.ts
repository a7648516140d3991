import { articlePath, issuePath, type IssueAddress } from '../permalinks.ts'
import type { PublicArticle, PublicPublication } from '../publicArticle.ts'
import { bodyHtml } from './bodyHtml.ts'
import { appearedAt, publishedOn } from './publishedOn.ts'
import { datelineOf } from '../text/dateline.ts'
import { correctionsOf, summaryOf, type FeedWords } from './feedItem.ts'

/** Notes of the newspaper to the newsrooms that receive its texts. */
export interface NinjsWords extends FeedWords {
  /** Before the notes on what was corrected. */
  corrected: string
}

/** Where things are. */
export interface NinjsPlace {
  /** Of the site, without a slash at its end. */
  origin: string
  /** Of the API's collection of articles, and of issues: what a `uri` begins with. */
  articles: string
  issues: string
}

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
}

/** An article as ninjs 3.1. Its `version` rises with each correction, and `edNote` says what was corrected. */
export function ninjsOfArticle(
  article: PublicArticle,
  args: { place: NinjsPlace; words: NinjsWords; representation?: 'full' | 'partial' },
): object {
  const { place, words, representation = 'full' } = args
  const { id, publication, placements, authors } = article
  const first = placements[0]
  const corrections = correctionsOf(article, words)
  const published = publishedOn(article)
  const link = first
    ? place.origin + articlePath({ publication: publication.slug, ...first.issue }, id)
    : null
  const [people, organisations] = [
    authors.filter(({ kind }) => kind !== 'organisation'),
    authors.filter(({ kind }) => kind === 'organisation'),
  ]
  const sections = [...new Set([...placements.map(({ page }) => page.name), article.column])].filter(
    (name) => name !== null,
  )
  return {
    ...head({ uri: place.articles + id, publication, version: article.version }),
    type: 'text',
    representationType: representation,
    pubStatus: 'usable',
    ...given({
      firstCreated: published,
      versionCreated: article.modifiedAt ?? article.publishedAt ?? published,
    }),
    ...given({
      edNote: corrections.length > 0 ? [words.corrected, ...corrections].join('\n') : null,
      title: article.headline ?? article.kicker,
      by: article.bylineRaw,
      located: article.dateline.place,
    }),
    headlines: [
      ...role('kicker', article.kicker),
      ...role('main', article.headline),
      ...role('subtitle', article.deck),
    ],
    descriptions: [...role('summary', summaryOf(article)), ...role('dateline', datelineOf(article.dateline))],
    ...(representation === 'full'
      ? { bodies: [{ role: 'main', contentType: 'text/html', value: bodyHtml(article.body).xml }] }
      : {}),
    people: people.map(({ name }) => ({ name, rel: 'author' })),
    organisations: organisations.map(({ name }) => ({ name, rel: 'author' })),
    ...(article.dateline.agency ? { infoSources: [{ name: article.dateline.agency, role: 'agency' }] } : {}),
    subjects: sections.map((name) => ({ name, rel: 'section' })),
    altIds: [
      { role: 'id', value: id },
      ...placements.map(({ issue, page }) => ({ role: 'printPage', value: `${issue.date} ${page.number}` })),
    ],
    ...(link ? { renditions: [{ name: 'web', href: link, contentType: 'text/html' }] } : {}),
  }
}

/** An issue that appeared, with its articles in the order of its pages. */
export interface NinjsIssue extends IssueAddress {
  id: string
  publication: string
  masthead: PublicPublication
  number: string | null
  publishedAt: string | null
  /** How many manifests were written of it, and when the last was; null where none was kept. */
  manifests: { count: number; last: string } | null
  articles: readonly PublicArticle[]
  /** What is gone from it, with the notice in its place. */
  withdrawn: readonly { article: string; notice: string }[]
}

/** An issue as ninjs 3.1: a composite, its articles told in part, each with the uri at which it is whole. */
export function ninjsOfIssue(issue: NinjsIssue, args: { place: NinjsPlace; words: NinjsWords }): object {
  const { place, words } = args
  const { id, masthead, articles, withdrawn } = issue
  const printed = `${issue.date}T00:00:00.000Z`
  const published = appearedAt({ publishedAt: issue.publishedAt, day: issue.date }) ?? printed
  const corrected = articles.reduce(
    (last, { modifiedAt }) => (modifiedAt !== null && modifiedAt > last ? modifiedAt : last),
    issue.publishedAt ?? printed,
  )
  const changes = articles.reduce((sum, article) => sum + article.version - 1, withdrawn.length)
  const { count: version, last: changed } = issue.manifests ?? { count: 1 + changes, last: corrected }
  const title = [masthead.name, issue.date, issue.number].filter((part) => part !== null).join(' ')
  return {
    ...head({ uri: place.issues + id, publication: masthead, version }),
    type: 'composite',
    representationType: 'full',
    pubStatus: 'usable',
    firstCreated: published,
    versionCreated: changed,
    title,
    headlines: [{ role: 'main', value: title }],
    altIds: [{ role: 'id', value: id }],
    renditions: [{ name: 'web', href: place.origin + issuePath(issue), contentType: 'text/html' }],
    associations: [
      ...articles.map((article) => ({
        name: article.headline ?? article.kicker ?? words.noHeadline,
        rel: 'article',
        ...ninjsOfArticle(article, { place, words, representation: 'partial' }),
      })),
      ...withdrawn.map(({ article, notice }) => ({
        ...{ name: notice, rel: 'article', uri: place.articles + article, type: 'text' },
        ...{ pubStatus: 'canceled', edNote: notice },
      })),
    ],
  }
}

/**
 * What was withdrawn: its uri, that it is canceled, and the notice to readers; nothing of the text. Its version is between
 * the last that readers saw and the one it gets when it returns.
 */
export function canceledNinjs(withdrawn: {
  uri: string
  type: 'text' | 'composite'
  publication: PublicPublication
  /** The last version that readers saw. */
  version: number
  notice: string
  /** ISO 8601 in UTC. */
  at: string
}): object {
  const { uri, type, publication, version, notice, at } = withdrawn
  return {
    ...head({ uri, publication, version: `${version}.1` }),
    type,
    representationType: 'partial',
    pubStatus: 'canceled',
    versionCreated: at,
    edNote: notice,
  }
}

function head(args: { uri: string; publication: PublicPublication; version: number | string }): object {
  const { uri, publication, version } = args
  return {
    uri,
    standard,
    version: String(version),
    language: publication.language,
    copyrightHolder: publication.name,
  }
}

function role(name: string, value: string | null): object[] {
  return value ? [{ role: name, value }] : []
}

function given(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])),
  )
}
