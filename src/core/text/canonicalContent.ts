import { canonicalJson } from './canonicalJson.ts'
import { idOf, readBlocks, type Block } from './readBlocks.ts'

/** The part of an article that an approval is about, as Payload gives it: related documents as ids or populated. */
export interface ArticleContent {
  kicker?: string | null
  headline?: string | null
  deck?: string | null
  dateline?: { agency?: string | null; place?: string | null; date?: string | null } | null
  bylineRaw?: string | null
  authors?: readonly unknown[] | null
  photoCredits?: readonly string[] | null
  pictures?:
    | readonly {
        media?: unknown
        caption?: string | null
        credit?: string | null
      }[]
    | null
  /** Lexical JSON. */
  body?: unknown
}

/** What an approval approves. Absent and empty are the same: `''`. */
export interface CanonicalContent {
  kicker: string
  headline: string
  deck: string
  dateline: { agency: string; place: string; date: string }
  bylineRaw: string
  authors: readonly string[]
  photoCredits: readonly string[]
  pictures: readonly { media: string; caption: string; credit: string }[]
  body: readonly Block[]
}

/**
 * Reduces an article to what an approval approves. Placement, column and jump are not part of it (the page's hash
 * covers them). Depends neither on key order, nor on the database, nor on what an editor's opening and saving does.
 */
export function canonicalContent(article: ArticleContent): CanonicalContent {
  return {
    kicker: plain(article.kicker),
    headline: plain(article.headline),
    deck: plain(article.deck),
    dateline: {
      agency: plain(article.dateline?.agency),
      place: plain(article.dateline?.place),
      date: plain(article.dateline?.date),
    },
    bylineRaw: plain(article.bylineRaw),
    authors: (article.authors ?? []).map(idOf),
    photoCredits: (article.photoCredits ?? []).map(plain),
    pictures: (article.pictures ?? []).map(({ media, caption, credit }) => ({
      media: idOf(media),
      caption: plain(caption),
      credit: plain(credit),
    })),
    body: readBlocks(article.body),
  }
}

/** The string whose SHA-256 is the contentHash, and which `texts` keeps. `parseText` reads it back. */
export function canonicalText(content: CanonicalContent): string {
  return canonicalJson(content)
}

/** Reads a kept text. For strings that `canonicalText` wrote; throws on what is no JSON. */
export function parseText(text: string): CanonicalContent {
  return JSON.parse(text) as CanonicalContent
}

/**
 * The contentHash of an article. The SHA-256 (hex) is passed in because core imports nothing of Node's: the shell has
 * node:crypto, a browser has its own.
 */
export function contentHash(content: CanonicalContent, sha256: (text: string) => string): string {
  return sha256(canonicalText(content))
}

/** What has to be there before a text is sent in. */
export interface TextCheck {
  hasBody: boolean
  hasHeadline: boolean
  hasAuthor: boolean
  hasDateline: boolean
  /** 更正启事: it names the article it corrects, and is the newspaper's own word, which nobody signs. */
  isNotice: boolean
}

/** Looks for what has to be there; the fields' validators are the shell's to run. What `article` corrects makes it a notice. */
export function checkText(
  content: CanonicalContent,
  article: Readonly<Record<string, unknown>> = {},
): TextCheck {
  return {
    hasBody: content.body.length > 0,
    hasHeadline: content.headline.trim() !== '',
    hasAuthor: content.authors.length > 0 || content.bylineRaw.trim() !== '',
    hasDateline: Object.values(content.dateline).some((part) => part.trim() !== ''),
    isNotice: (article.corrects ?? null) !== null,
  }
}

function plain(value: string | null | undefined): string {
  return (value ?? '').replace(/\r\n?/g, '\n').normalize('NFC')
}
