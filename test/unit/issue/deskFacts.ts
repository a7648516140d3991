import type {
  CheckedArticle,
  IssueFacts,
  PageFacts,
  Placed,
  PreflightFacts,
} from '../../../src/core/issue/index.ts'
import { profiles, type Actor, type Role } from '../../../src/core/workflow/index.ts'
import { articleAt } from '../workflow/article.ts'

export const now = '2031-05-04T12:00:00.000Z'
export const later = '2031-05-05T06:00:00.000Z'
export const earlier = '2031-05-04T09:00:00.000Z'

export function person(id: string, ...roles: Role[]): Actor {
  return { id, roles, publications: [] }
}

/** An article's place, the only one of its page unless told. */
export function placed(article: string, changes: Partial<Placed> = {}): Placed {
  return {
    placement: `place-${article}`,
    ...{ article, order: 1, jump: 'none', jumpPage: null, startLine: 1, endLine: 9, column: null },
    contentHash: 'text-1',
    ...changes,
  }
}

/** A page by its number, signed and as it was signed, with one article of the same name. */
export function pageAt(number: string, changes: Partial<PageFacts> = {}): PageFacts {
  return {
    ...{ id: `page-${number}`, number, name: null, sequence: Number(number), stage: 'signed', rev: 5 },
    ...{ signedBy: 'by-head', signedAt: earlier, signature: `hash-${number}`, dropped: null },
    ...{ layoutBy: ['by-layouter'], placed: [placed(`a${number}`)], hash: `hash-${number}` },
    ...changes,
  }
}

/** A faultless issue of two signed pages at a stage. */
export function issueAt(stage: IssueFacts['stage'], changes: Partial<IssueFacts> = {}): IssueFacts {
  const signed = ['signed', 'scheduled', 'published', 'withdrawn'].includes(stage)
  return {
    ...{ id: 'issue', publication: 'daily', profile: profiles.newsroom, stage, rev: 7, date: '2031-05-05' },
    ...{ number: '7316', edition: 'main', plannedPages: 2 },
    ...{ publishAt: stage === 'scheduled' ? earlier : null, publishedAt: null },
    ...{ signedBy: signed ? 'by-chief' : null, signedAt: signed ? earlier : null },
    ...{ signature: signed ? 'hash-issue' : null, dropped: null, acknowledgements: [], waivers: [] },
    ...{ pending: null, pages: [pageAt('1'), pageAt('2')], hash: 'hash-issue' },
    ...changes,
  }
}

/** A ready article, judged by everybody of its path. */
export function checked(id: string, slip: Partial<CheckedArticle['facts']['slip']> = {}): CheckedArticle {
  return {
    id,
    headline: `标题${id}`,
    title: `标题${id}`,
    facts: articleAt({ stage: 'ready', slip }),
    media: [],
  }
}

/** Everything preflight needs of an issue in which nothing is wrong. */
export function preflightFacts(changes: Partial<PreflightFacts> = {}): PreflightFacts {
  return {
    issue: issueAt('closed'),
    articles: [checked('a1'), checked('a2')],
    numberTaken: false,
    media: new Map(),
    unplaced: [],
    correctionsDue: [],
    publishTime: null,
    now,
    ...changes,
  }
}

/** Any function of the text will do where only sameness counts. */
export const sha256 = (text: string): string => {
  let hash = 7
  for (const character of text) hash = (hash * 31 + character.codePointAt(0)!) % 4294967291
  return hash.toString(16).padEnd(40, '0')
}
