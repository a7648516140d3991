import { diagnostic, type Diagnostic } from '../core/diagnostics/index.ts'
import { lexicalBody } from '../core/text/lexicalBody.ts'
import type { ArticleReading, Block } from '../core/transcript/index.ts'

/** A part of an article on one page, with the file its places are in. */
export interface ArticlePart {
  reading: ArticleReading
  file: string
}

/** Somebody to be found or made among the publication's authors. */
export interface Credit {
  name: string
  kind: 'person' | 'organisation'
}

/** An article's fields as its transcript gives them; authors still by name. */
export interface ComposedArticle {
  kicker: string | null
  headline: string | null
  deck: string | null
  column: string | null
  dateline: { agency: string | null; place: string | null; date: string | null }
  credits: Credit[]
  bylineRaw: string | null
  photoCredits: string[]
  pictures: { caption: string; credit: string | null }[]
  body: object | null
  truncated: boolean
  doubts: Diagnostic[]
}

/**
 * One article from its parts in reading order: what begins on one page and is continued on others. Heading and
 * dateline come from the first part that has them; authors and pictures from all; a sentence that the jump broke
 * is joined again.
 */
export function composeArticle(parts: readonly ArticlePart[]): ComposedArticle {
  const readings = parts.map(({ reading }) => reading)
  const last = readings.at(-1)!
  const headed = readings.find(({ headline }) => headline !== null) ?? readings[0]!
  const dateline = readings.find((reading) => reading.dateline)?.dateline
  return {
    kicker: headed.kicker,
    headline: headed.headline,
    deck: headed.deck.length > 0 ? headed.deck.join('\n') : null,
    column: readings.find(({ column }) => column)?.column ?? null,
    dateline: {
      agency: dateline?.agency ?? null,
      place: dateline?.place ?? null,
      date: dateline?.date ?? null,
    },
    credits: creditsOf(readings),
    bylineRaw: unique(readings.flatMap(({ bylineRaw }) => bylineRaw ?? [])).join(' ') || null,
    photoCredits: unique(readings.flatMap(({ photoCredits }) => photoCredits)),
    pictures: readings.flatMap(({ pictures }) => pictures),
    body: lexicalBody(readings.map(({ blocks }) => blocks).reduce(continued)),
    truncated: last.truncated,
    doubts: doubtsOf(parts, headed.headline !== null),
  }
}

/** Only the last part can end too soon, and jumps inside the article are closed. */
function doubtsOf(parts: readonly ArticlePart[], hasHeadline: boolean): Diagnostic[] {
  return parts.flatMap(({ reading, file }, index) => {
    const first = index === 0
    const last = index === parts.length - 1
    const doubts = reading.diagnostics
      .filter(({ code }) => code !== 'article.truncated' || last)
      .filter(({ code }) => code !== 'article.noHeadline' || !hasHeadline)
    const open = [first ? reading.jumpFrom : null, last ? reading.jumpTo : null].flatMap((jump) =>
      jump ? [diagnostic('article.jumpOpen', { page: jump.page }, { line: jump.line, column: 1 })] : [],
    )
    return [...doubts, ...open].map((doubt) => ({ ...doubt, place: { ...doubt.place, file } }))
  })
}

/** Persons first, in the order of the byline; then organisations such as 本报评论员, which readers look up as well. */
export function creditsOf(readings: readonly ArticleReading[]): Credit[] {
  const persons = unique(readings.flatMap(({ authors }) => authors.map(({ name }) => name)))
  const organisations = unique(readings.flatMap((reading) => reading.organisations))
  return [
    ...persons.map((name) => ({ name, kind: 'person' as const })),
    ...organisations
      .filter((name) => !persons.includes(name))
      .map((name) => ({ name, kind: 'organisation' as const })),
  ]
}

/** The blocks of both parts; the paragraph that the page broke becomes one again. */
function continued(before: readonly Block[], after: readonly Block[]): Block[] {
  const broken = before.at(-1)
  const rest = after[0]
  const whole = !broken || /[。！？!?…”’』」）)：:]\s*$/.test(broken.text)
  if (!rest || !broken || whole || broken.kind !== 'paragraph' || rest.kind !== 'paragraph') {
    return [...before, ...after]
  }
  const joined = { ...broken, text: broken.text.trimEnd() + rest.text.trimStart() }
  return [...before.slice(0, -1), joined, ...after.slice(1)]
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
