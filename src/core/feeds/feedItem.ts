import { newspaperDay } from '../days.ts'
import { articlePath } from '../permalinks.ts'
import type { PublicArticle } from '../publicArticle.ts'
import { bodyParagraphs } from '../search/bodyParagraphs.ts'
import { datelineBefore } from '../text/dateline.ts'
import { bodyHtml } from './bodyHtml.ts'
import { publishedOn } from './publishedOn.ts'
import { element, joined, type Xml } from './xml.ts'

/** What a feed says in the language of its publication. */
export interface FeedWords {
  /** In the place of a headline that the newspaper did not print; none is invented. */
  noHeadline: string
  /** With `{kind}`, `{day}` and `{note}`. */
  correction: string
  kinds: Readonly<Record<string, string>>
}

/** One article in a feed. */
export interface FeedItem {
  /** The permalink: an article keeps it for ever, whatever is corrected. */
  url: string
  title: string
  /** Well-formed HTML, every text in it escaped. */
  html: string
  summary: string
  authors: readonly string[]
  /** Names of its pages and its column. */
  categories: readonly string[]
  /** ISO 8601 in UTC; of what comes from an archive the day on which it was printed. */
  published: string
  /** Of the last correction, else of the publication here. */
  updated: string
}

/** What a feed is of. */
export interface Feed {
  title: string
  description: string
  language: string
  /** Where a person reads it. */
  url: string
  /** Where the feed itself is. */
  self: string
  /** Of the newest change; ISO 8601 in UTC. */
  updated: string
  items: readonly FeedItem[]
}

/** Characters of a summary. */
const summaryLength = 140

/**
 * A published article as feeds tell it; null of one that stands on no page and so has no permalink.
 * @param args.origin without a slash at its end
 */
export function feedItemOf(
  article: PublicArticle,
  args: { origin: string; words: FeedWords; content: 'full' | 'summary' },
): FeedItem | null {
  const { origin, words, content } = args
  const first = article.placements[0]
  if (!first) return null
  const published = publishedOn(article) ?? `${first.issue.date}T00:00:00.000Z`
  const pages = article.placements.map(({ page }) => page.name)
  const summary = summaryOf(article)
  return {
    url: origin + articlePath({ publication: article.publication.slug, ...first.issue }, article.id),
    title: article.headline ?? article.kicker ?? words.noHeadline,
    html: (content === 'full' ? whole(article, words) : element('p', {}, summary)).xml,
    summary,
    authors: article.authors.map(({ name }) => name),
    categories: [...new Set([...pages, article.column].filter((name) => name !== null))],
    published,
    updated: article.modifiedAt ?? article.publishedAt ?? published,
  }
}

/** How the text begins. */
export function summaryOf(article: PublicArticle): string {
  const [lead = ''] = bodyParagraphs(article)
  const characters = [...lead.replace(/\s+/g, ' ').trim()]
  return characters.length > summaryLength
    ? `${characters.slice(0, summaryLength).join('')}…`
    : characters.join('')
}

function whole(article: PublicArticle, words: FeedWords): Xml {
  const line = (text: string | null, ...around: string[]) =>
    text === null
      ? []
      : [
          element(
            'p',
            {},
            around.reduceRight<Xml | string>((inner, tag) => element(tag, {}, inner), text),
          ),
        ]
  return joined([
    // The headline is the title; the kicker too where there is no headline.
    ...line(article.headline === null ? null : article.kicker),
    ...line(article.deck, 'strong'),
    ...line(article.bylineRaw, 'em'),
    ...line(datelineBefore(article.dateline, article.body), 'em'),
    bodyHtml(article.body),
    ...correctionsOf(article, words).flatMap((text) => line(text, 'em')),
  ])
}

/** Corrections in words, the newest first. */
export function correctionsOf(
  { corrections }: PublicArticle,
  words: Pick<FeedWords, 'kinds' | 'correction'>,
): string[] {
  return [...corrections]
    .filter(({ note }) => note !== null)
    .sort((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1))
    .map(({ kind, note, at }) => {
      const said: Record<string, string> = {
        ...{
          kind: words.kinds[kind ?? ''] ?? '',
          day: at === null ? '' : newspaperDay(at),
          note: note ?? '',
        },
      }
      return words.correction.replace(/\{(\w+)\}/g, (_, name: string) => said[name] ?? '')
    })
}
