import {
  responsibilityOf,
  type CheckedArticle,
  type IssueFacts,
  type PageFacts,
  type Responsibility,
} from '../../core/issue/index.ts'
import { standingInCycle, type ReviewRecord } from '../../core/workflow/index.ts'

/** 版面署名 of each page, by user ids, as of the issue's signature. */
export function responsibilities(
  issue: IssueFacts,
  articles: readonly CheckedArticle[],
): Map<string, Responsibility> {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return new Map(
    issue.pages.map((page) => [
      page.id,
      responsibilityOf({
        page,
        articles: page.placed.flatMap(({ article }) => byId.get(article) ?? []),
        issueSigner: issue.signedBy,
      }),
    ]),
  )
}

/** What a manifest of an issue says: every page and article by hash, and everybody who signed. Ids, never texts. */
export function issueManifest(args: {
  issue: IssueFacts
  articles: readonly CheckedArticle[]
  /** Versions of the articles' public copies, by id. */
  versions: ReadonlyMap<string, number>
  lines: ReadonlyMap<string, Responsibility>
}): Readonly<Record<string, unknown>> {
  const { issue, articles, versions, lines } = args
  const { date, edition, number, hash, signedBy, signedAt, waivers, acknowledgements, profile } = issue
  return {
    format: 1,
    of: { date, edition, number, profile: profile.name, hash, signedBy, signedAt },
    pages: issue.pages.map((page) => pageManifest(page, lines.get(page.id))),
    articles: articles.map((article) => articleManifest(article, versions.get(article.id) ?? 1)),
    ...{ waivers, acknowledgements },
  }
}

/** What a manifest says of one article: its text by hash, its version, and who judged it. */
export function articleManifest(
  { id, facts }: Pick<CheckedArticle, 'id' | 'facts'>,
  version: number,
): Readonly<Record<string, unknown>> {
  return {
    ...{ id, contentHash: facts.slip.contentHash, version, urgent: facts.slip.urgent },
    records: standingInCycle(facts).map(recordManifest),
  }
}

function recordManifest({ id, step, actorId, role, at, hash, override }: ReviewRecord) {
  return { id, step, actorId, role, at, hash, confirmedBy: override?.confirmedBy ?? null }
}

function pageManifest(page: PageFacts, responsibility: Responsibility | undefined) {
  const { id, number, name, hash, signedBy, signedAt, layoutBy, placed } = page
  return {
    ...{ id, number, name, hash, signedBy, signedAt, layoutBy, responsibility: responsibility ?? null },
    placed: placed.map(({ placement, article, contentHash, jump, jumpPage, column }) => ({
      ...{ placement, article, contentHash, jump, jumpPage, column },
    })),
  }
}
