import type { Where } from 'payload'

import { idOf } from '../../core/ids.ts'
import {
  layoutBlockers,
  missingRoles,
  pageOffers,
  responsibilityOf,
  responsibilityRoles,
  type AnyBlocker,
  type CheckedArticle,
  type DeskOffer,
  type Dropped,
  type IssueFacts,
  type PageFacts,
  type Placed,
  type ResponsibilityRole,
} from '../../core/issue/index.ts'
import { articleTitle } from '../../core/text/articleTitle.ts'
import { canonicalContent } from '../../core/text/index.ts'
import { stages, type Actor } from '../../core/workflow/index.ts'
import { sha256 } from '../../database/sha256.ts'
import { draftsOf, type ArticleRow } from '../currentText.ts'
import { namesOf } from '../revisionsSince.ts'
import { rowsOf } from '../rows.ts'
import { readSlip, type SlipRow } from '../slipRow.ts'
import type { IssueRow } from './deskRows.ts'
import { loadIssue, type IssueKey, type LoadedIssue } from './loadIssue.ts'
import { checkedArticles } from './loadPreflight.ts'

/** A person by name; who has left the house by id alone. */
export interface Person {
  id: string
  name: string
}

/** Why a signature was lost, with the names of who and what. */
export interface DroppedView extends Omit<Dropped, 'by' | 'article'> {
  by: Person
  article: { id: string; headline: string | null; title: string } | null
}

/** An article as a card of the board. `rev` and `hash` are its slip's. */
export interface Card {
  placement: string | null
  article: string
  headline: string | null
  /** What staff call it: its headline, else how it begins. */
  title: string
  kicker: string | null
  column: string | null
  stage: string
  live: boolean
  characters: number
  authors: string[]
  doubts: number
  held: boolean
  urgent: boolean
  embargoUntil: string | null
  order: number | null
  jump: { kind: Placed['jump']; page: string | null }
  /** Of a notice that readers are owed: the page where what it corrects stood. */
  dueOnPage: string | null
  rev: number
  hash: string
}

type Signed = Pick<PageFacts, 'stage' | 'rev' | 'hash' | 'signedAt'> & {
  signedBy: Person | null
  dropped: DroppedView | null
}

/** A page as a column of the board. */
export interface Column extends Signed {
  id: string
  number: string
  name: string | null
  title: string
  sequence: number
  layoutBy: Person[]
  responsibility: { role: ResponsibilityRole; names: string[] }[]
  responsibilityComplete: boolean
  offers: DeskOffer[]
  cards: Card[]
}

/** 版面看板: an issue as columns of pages with cards, and the tray of what stands nowhere. */
export interface Board {
  issue: IssueView
  pages: Column[]
  tray: Card[]
  trayMore: number
  layout: { allowed: boolean; blockers: AnyBlocker[] }
}

/** An issue's head as staff see it. */
export interface IssueView extends Omit<Signed, 'stage'> {
  id: string
  title: string
  publication: { id: string; name: string; slug: string; profile: string }
  date: string | null
  edition: string
  number: string | null
  wholeNumber: string | null
  plannedPages: number | null
  stage: IssueFacts['stage']
  publishAt: string | null
  publishedAt: string | null
  notice: string | null
  pending: (Omit<NonNullable<IssueFacts['pending']>, 'by'> & { by: Person }) | null
}

const trayLimit = 200

/**
 * What changes whenever the board would: for `If-None-Match`. Made from revs alone, so that asking is cheap.
 * Null when there is no such issue.
 */
export async function boardTag({ slugs, req, id }: IssueKey, actor: Actor): Promise<string | null> {
  const rows = rowsOf(req)
  const issue = await rows.one(slugs.issues, { id: { equals: id } })
  if (!issue) return null
  const { db } = req.payload
  const placements = await db.find<{ article: unknown }>({
    ...{ collection: slugs.placements, where: { issue: { equals: id } }, limit: 0, pagination: false },
    ...{ select: { article: true }, sort: 'id', req },
  })
  const placed = placements.docs.map(({ article }) => idOf(article) ?? '')
  // Two questions, each in the order of the index that answers it: together SQLite would look through every slip there is.
  const revsOf = (where: Where, sort: string) =>
    db.find<{ rev: number }>({
      ...{ collection: slugs.reviewSlips, limit: 0, pagination: false, where, sort, req },
      select: { rev: true },
    })
  const onPages = placed.length > 0 ? await revsOf({ article: { in: placed } }, 'article') : { docs: [] }
  const inTray = await revsOf(trayCandidates(idOf(issue.publication) ?? ''), 'stage')
  const pages = await db.find<{ rev: number }>({
    ...{ collection: slugs.pages, where: { issue: { equals: id } }, limit: 0, pagination: false },
    ...{ select: { rev: true }, sort: 'id', req },
  })
  const paper = await rows.one(slugs.publications, { id: { equals: idOf(issue.publication) } })
  const language = req.i18n?.language ?? ''
  const seen = [
    ...[actor.id, actor.roles.join(), language, issue.rev, issue.updatedAt, paper?.profile, placed.join()],
    ...[onPages.docs, inTray.docs, pages.docs].map((docs) =>
      docs.map((row) => `${String((row as { id?: string }).id)}:${row.rev}`).join(),
    ),
  ]
  return `"${sha256(seen.join('|')).slice(0, 32)}"`
}

/** The board of an issue for one person; null when there is no such issue. */
export async function boardOf(
  key: IssueKey,
  { actor, now }: { actor: Actor; now: string },
): Promise<Board | null> {
  const loaded = await loadIssue(key)
  if (!loaded) return null
  const { facts } = loaded
  const articles = await checkedArticles(key, loaded)
  const tray = await trayOf(key, loaded)
  const drafts = new Map([...loaded.drafts, ...tray.drafts])
  const authors = await authorNames(key, [...drafts.values()])
  const people = await namesOf({ ...key, users: peopleOf(loaded, articles) })
  const person = (id: string): Person => ({ id, name: people.get(id) ?? id })
  const card = (slip: SlipRow, placed: Placed | null): Card =>
    cardOf({ slip, placed, draft: drafts.get(slip.article), authors })
  const byId = new Map(articles.map((article) => [article.id, article]))
  const named = (id: string) => ({
    headline: byId.get(id)?.headline ?? null,
    title: byId.get(id)?.title ?? '—',
  })
  const pages = facts.pages.map((page): Column => {
    const line = responsibilityOf({
      page,
      articles: page.placed.flatMap(({ article }) => byId.get(article) ?? []),
      issueSigner: facts.signedBy,
    })
    const { id, number, name, sequence, stage, rev, hash, signedBy, signedAt, dropped } = page
    return {
      ...{ id, number, name, sequence, stage, rev, hash, signedAt },
      title: loaded.pages.find((row) => row.id === id)?.title ?? number,
      signedBy: signedBy ? person(signedBy) : null,
      dropped: dropped ? droppedView(dropped, { person, named }) : null,
      layoutBy: page.layoutBy.map(person),
      responsibility: responsibilityRoles
        .map((role) => ({ role, names: line[role].map((user) => person(user).name) }))
        .filter(({ names }) => names.length > 0),
      responsibilityComplete: missingRoles(line, facts.profile).length === 0,
      offers: pageOffers({ actor, now, question: { page, issue: facts } }),
      cards: page.placed.flatMap((placed) => {
        const slip = loaded.slips.get(placed.article)
        return slip ? [card(slip, placed)] : []
      }),
    }
  })
  const blockers = layoutBlockers(actor, facts)
  return {
    issue: issueView(loaded, { person, named }),
    pages,
    tray: tray.slips.map((slip) => card(slip, null)),
    trayMore: tray.more,
    layout: { allowed: blockers.length === 0, blockers },
  }
}

interface Naming {
  person: (id: string) => Person
  named: (id: string) => { headline: string | null; title: string }
}

/** The head of an issue with names. */
export function issueView({ row, facts, publication }: LoadedIssue, naming: Naming): IssueView {
  const { id, title, date, edition, number, wholeNumber, plannedPages, stage, rev }: IssueRow = row
  const { publishAt, publishedAt, notice, signedBy, signedAt, dropped, pending } = row
  const { person } = naming
  return {
    ...{ id, title, date, edition, number, wholeNumber, plannedPages, stage, rev, hash: facts.hash },
    ...{ publishAt, publishedAt, notice, signedAt },
    publication: {
      ...{ id: publication.id, name: publication.name, slug: publication.slug },
      profile: publication.profile.name,
    },
    signedBy: signedBy ? person(signedBy) : null,
    dropped: dropped ? droppedView(dropped, naming) : null,
    pending: pending ? { ...pending, by: person(pending.by) } : null,
  }
}

function droppedView({ by, article, ...rest }: Dropped, { person, named }: Naming): DroppedView {
  return { ...rest, by: person(by), article: article ? { id: article, ...named(article) } : null }
}

function peopleOf({ facts }: LoadedIssue, articles: readonly CheckedArticle[]): string[] {
  return [
    ...[facts, ...facts.pages].flatMap(({ signedBy, dropped }) => [signedBy, dropped?.by]),
    ...facts.pages.flatMap(({ layoutBy }) => layoutBy),
    facts.pending?.by,
    ...articles.flatMap(({ facts: { records } }) =>
      records.flatMap(({ actorId, override }) => [actorId, override?.confirmedBy]),
    ),
  ].filter((id) => typeof id === 'string')
}

function cardOf({
  slip,
  placed,
  draft,
  authors,
}: {
  slip: SlipRow
  placed: Placed | null
  draft: ArticleRow | undefined
  authors: ReadonlyMap<string, string>
}): Card {
  const content = draft ? canonicalContent(draft) : null
  const names = content?.authors.flatMap((id) => authors.get(id) ?? []) ?? []
  return {
    placement: placed?.placement ?? null,
    article: slip.article,
    headline: content?.headline || null,
    title: draft ? articleTitle(draft) : '—',
    kicker: content?.kicker || null,
    column: typeof draft?.column === 'string' && draft.column !== '' ? draft.column : null,
    ...{ stage: slip.stage, live: slip.live, held: slip.held, urgent: slip.urgent },
    ...{ embargoUntil: slip.embargoUntil, rev: slip.rev, hash: slip.contentHash },
    characters: content?.body.reduce((sum, { text }) => sum + [...text].length, 0) ?? 0,
    authors: names.length > 0 || !content?.bylineRaw ? names : [content.bylineRaw],
    doubts: slip.flags.filter(({ accepted }) => accepted === null).length,
    order: placed?.order ?? null,
    jump: { kind: placed?.jump ?? 'none', page: placed?.jumpPage ?? null },
    dueOnPage: !slip.live && typeof draft?.correctsPage === 'string' ? draft.correctsPage : null,
  }
}

async function authorNames(
  { slugs, req }: IssueKey,
  drafts: readonly ArticleRow[],
): Promise<Map<string, string>> {
  const ids = [...new Set(drafts.flatMap(({ authors }) => authors ?? []).map(idOf))].filter(
    (id) => id !== null,
  )
  if (ids.length === 0) return new Map()
  const rows = await rowsOf(req).all(slugs.authors, { id: { in: ids } })
  return new Map(rows.map(({ id, name }) => [String(id), String(name)]))
}

const underWay = stages.filter((stage) => !['spiked', 'withdrawn', 'published'].includes(stage))

/** What could still be placed: texts under way that readers have never seen. */
function trayCandidates(publication: string): Where {
  return {
    and: [
      { publication: { equals: publication } },
      { live: { not_equals: true } },
      // Named, not excluded: an index finds the few that are under way among all that has ever been printed.
      { stage: { in: underWay } },
    ],
  }
}

/** The newest of what stands on no page at all. */
async function trayOf(
  { slugs, req }: IssueKey,
  { row }: LoadedIssue,
): Promise<{ slips: SlipRow[]; drafts: Map<string, ArticleRow>; more: number }> {
  const rows = rowsOf(req)
  // In the order of the index that finds them; the newest are chosen here.
  const found = await rows.all(slugs.reviewSlips, trayCandidates(row.publication), 'stage')
  const candidates = found
    .toSorted((one, other) => String(other.createdAt).localeCompare(String(one.createdAt)))
    .map(readSlip)
  const ids = candidates.map(({ article }) => article)
  const placed = new Set(
    ids.length === 0
      ? []
      : (await rows.all(slugs.placements, { article: { in: ids } })).map(({ article }) => idOf(article)),
  )
  const free = candidates.filter(({ article }) => !placed.has(article))
  const slips = free.slice(0, trayLimit)
  const drafts = await draftsOf({ slugs, req, ids: slips.map(({ article }) => article) })
  return {
    slips,
    drafts: new Map(drafts.map((draft) => [draft.id, draft])),
    more: free.length - slips.length,
  }
}
