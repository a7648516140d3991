import { diagnostic, type Diagnostic } from '../core/diagnostics/index.ts'
import type { ArticleReading } from '../core/transcript/index.ts'
import { inReadingOrder, linesOf, partsElsewhere, type PlacedPart } from './articleParts.ts'
import { articleRow, type ArticleRow } from './articleRow.ts'
import { composeArticle, creditsOf } from './composeArticle.ts'
import { planPage, type EarlierPart, type PlannedArticle } from './planPage.ts'
import type { PartOrigin, PlacementRow, StoredArticle, StoreRows, TranscriptRow } from './storePort.ts'
import type { PageChange } from './types.ts'

/** A page's new transcript, to be compared with what was there and then written. */
export interface PageWrite {
  run: string
  publication: string
  issue: string
  page: string
  number: string
  file: string
  /** Id of the new transcript. */
  transcript: string
  text: string
  articles: readonly ArticleReading[]
  /** What the page was read from before. */
  earlier: TranscriptRow | null
  /** Writes the transcript, once it is known which of its lines become which article. */
  saveTranscript(origins: PartOrigin[]): Promise<void>
}

/** A change of a page's articles. */
export type AppliedPage = Omit<PageChange, 'status'>

/**
 * Writes the articles of a page: new ones are made, changed ones written again unless a person has worked on them,
 * those that are gone removed likewise. An earlier transcript of the page decides which was which.
 */
export async function applyArticles(rows: StoreRows, write: PageWrite): Promise<AppliedPage> {
  const before = await earlierParts(rows, write.earlier)
  const now = write.articles.map((article) => ({
    headline: article.headline,
    text: linesOf(write.text, article),
  }))
  const plan = planPage(now, before.parts).map((planned) => ({
    ...planned,
    article: 'before' in planned ? before.origins[planned.before]!.article : rows.newId(),
  }))
  await write.saveTranscript(originsOf(plan, write.articles))
  // All of a page's authors in one question; the store remembers the answer.
  const credits = write.articles.flatMap((reading) => creditsOf([reading]))
  await rows.authors(credits, { publication: write.publication, run: write.run })
  const orphans = new Set<string>()
  const applied: AppliedPage = { created: 0, updated: 0, removed: 0, kept: 0, diagnostics: [] }
  for (const planned of plan) await applyOne({ rows, write, before, orphans, applied }, planned)
  await rows.removeUnusedAuthors([...orphans])
  return applied
}

type IdentifiedPlan = PlannedArticle & { article: string }

function originsOf(plan: readonly IdentifiedPlan[], articles: readonly ArticleReading[]): PartOrigin[] {
  return plan.flatMap((planned) => {
    if (!('now' in planned)) return []
    const { startLine, endLine, headline } = articles[planned.now]!
    return [{ article: planned.article, startLine, endLine, headline }]
  })
}

interface Applying {
  rows: StoreRows
  write: PageWrite
  before: { parts: EarlierPart[]; origins: PartOrigin[]; placements: PlacementRow[] }
  /** Authors that an article named before: perhaps none names them any more. */
  orphans: Set<string>
  applied: AppliedPage
}

async function applyOne(applying: Applying, planned: IdentifiedPlan): Promise<void> {
  const { rows, write, before, applied } = applying
  const reading = 'now' in planned ? write.articles[planned.now]! : null
  const stored = 'before' in planned ? before.parts[planned.before]!.stored : null
  const { article } = planned
  switch (planned.action) {
    case 'create': {
      await rows.insertArticle(article, await rowOf(applying, [ownPart(write, reading!)]))
      await rows.insertPlacement(
        placementOf(applying, { article, reading: reading!, order: planned.now + 1 }),
      )
      applied.created += 1
      return
    }
    case 'same': {
      if (stored!.state !== 'published')
        await reanchor(applying, { article, reading: reading!, now: planned.now })
      return
    }
    case 'update': {
      const others = await partsElsewhere(rows, { article, except: write.earlier!.id })
      if (!others) return conflict(applying, { article, reading: reading!, now: planned.now, edited: true })
      const placement = placementHere(applying, article)
      const own = { ...ownPart(write, reading!), continued: placement?.jump === 'in' }
      await rewrite(applying, { article, parts: [own, ...others], column: stored!.column })
      await reanchor(applying, { article, reading: reading!, now: planned.now })
      // The jumps of one that is joined are settled.
      if (placement && others.length === 0) await rows.updatePlacement(placement.id, jumpOf(reading!))
      applied.updated += 1
      return
    }
    case 'keep':
      return conflict(applying, {
        article,
        reading: reading!,
        now: planned.now,
        edited: stored!.state === 'edited',
      })
    case 'leaveDeleted': {
      applied.diagnostics.push(at(write, reading!, diagnostic('article.deletedBefore')))
      return
    }
    case 'remove': {
      const others = await partsElsewhere(rows, { article, except: write.earlier!.id })
      const here = placementHere(applying, article)
      // Its other pages cannot be put together again by themselves: better too much than too little.
      if (!others) return spare(applying, stored!)
      if (others.length > 0) {
        await rewrite(applying, { article, parts: others, column: stored!.column })
        if (here) await rows.deletePlacement(here.id)
        applied.updated += 1
        return
      }
      for (const author of await rows.authorsOf([article])) applying.orphans.add(author)
      await rows.deleteArticle(article)
      applied.removed += 1
      return
    }
    case 'spare':
      return spare(applying, stored!)
  }
}

function spare({ applied, write }: Applying, { title }: StoredArticle): void {
  applied.kept += 1
  applied.diagnostics.push(diagnostic('article.sourceGone', { title }, { file: write.file }))
}

/** Keeps what a person made of an article and says, in the report and on an unpublished article, what changed. */
async function conflict(
  applying: Applying,
  {
    article,
    reading,
    now,
    edited,
  }: { article: string; reading: ArticleReading; now: number; edited: boolean },
): Promise<void> {
  const { rows, write, applied } = applying
  const doubt = at(write, reading, diagnostic('article.sourceChanged'))
  applied.kept += 1
  applied.diagnostics.push(doubt)
  if (!edited) return
  await rows.addDoubt(article, doubt)
  await reanchor(applying, { article, reading, now })
}

/** Moves an article's place on this page to the lines of the new transcript; one that a person moved away stays. */
async function reanchor(
  applying: Applying,
  { article, reading, now }: { article: string; reading: ArticleReading; now: number },
): Promise<void> {
  const placement = placementHere(applying, article)
  if (!placement) return
  const { startLine, endLine } = reading
  const change = { transcript: applying.write.transcript, startLine, endLine, order: now + 1 }
  await applying.rows.updatePlacement(placement.id, change)
}

function placementHere({ before, write }: Applying, article: string): PlacementRow | undefined {
  return before.placements.find(
    (row) => row.article === article && row.page === write.page && row.transcript === write.earlier?.id,
  )
}

function placementOf(
  { rows, write }: Applying,
  { article, reading, order }: { article: string; reading: ArticleReading; order: number },
): PlacementRow {
  const { issue, page, transcript } = write
  const { startLine, endLine } = reading
  return {
    ...{ id: rows.newId(), article, page, issue, order, transcript, startLine, endLine },
    ...jumpOf(reading),
  }
}

function jumpOf({ jumpFrom, jumpTo }: ArticleReading): Pick<PlacementRow, 'jump' | 'jumpPage'> {
  return {
    jump: jumpFrom ? 'in' : jumpTo ? 'out' : 'none',
    jumpPage: (jumpFrom ?? jumpTo)?.page ?? null,
  }
}

function ownPart({ file, number }: PageWrite, reading: ArticleReading): PlacedPart {
  return { reading, file, page: number, continued: reading.jumpFrom !== null }
}

async function rowOf({ rows, write }: Applying, parts: readonly PlacedPart[]): Promise<ArticleRow> {
  const { publication, run } = write
  const composed = composeArticle(inReadingOrder(parts))
  const authorIds = await rows.authors(composed.credits, { publication, run })
  return articleRow(composed, { publication, importRun: run, authorIds })
}

async function rewrite(
  applying: Applying,
  { article, parts, column }: { article: string; parts: readonly PlacedPart[]; column: string | null },
): Promise<void> {
  for (const author of await applying.rows.authorsOf([article])) applying.orphans.add(author)
  const row = await rowOf(applying, parts)
  await applying.rows.updateArticle(article, changeOf(row, column))
}

/** Of an article that is there already: it stays with the run that brought it, and keeps the column it has. */
export function changeOf(row: ArticleRow, column: string | null): Partial<ArticleRow> {
  const { importRun: _run, ...change } = row
  return { ...change, column: column ?? change.column }
}

function at(write: PageWrite, reading: ArticleReading, found: Diagnostic): Diagnostic {
  const { startLine: line, endLine } = reading
  return { ...found, place: { file: write.file, line, column: 1, endLine } }
}

async function earlierParts(rows: StoreRows, earlier: TranscriptRow | null): Promise<Applying['before']> {
  const origins = earlier?.provenance.articles ?? []
  if (!earlier || origins.length === 0) return { parts: [], origins: [], placements: [] }
  const ids = origins.map(({ article }) => article)
  const stored = await rows.articles(ids)
  const placements = await rows.placementsOf(ids)
  const parts = origins.map((origin) => ({
    headline: origin.headline,
    text: linesOf(earlier.text, origin),
    stored: stored.get(origin.article) ?? null,
  }))
  return { parts, origins, placements }
}
