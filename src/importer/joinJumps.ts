import { diagnostic, type Diagnostic, type Place } from '../core/diagnostics/index.ts'
import { pairJumps, readPage, type PageReading } from '../core/transcript/index.ts'
import { changeOf } from './applyPage.ts'
import { inReadingOrder, partsElsewhere } from './articleParts.ts'
import { articleRow } from './articleRow.ts'
import { composeArticle } from './composeArticle.ts'
import type { RunRow, StoreRows, TranscriptRow } from './storePort.ts'

export interface JoinedJumps {
  /** Jumps that are one article now: one diagnostic each, at the line that names the other page. */
  joined: Diagnostic[]
  /** Jumps whose other half is not there, or may not be joined: one diagnostic each. */
  open: Diagnostic[]
  /** The run is in the database now. */
  usedRun: boolean
}

/** The issue, and the run that joins: its row is made when there is something to join. */
export interface JoinScope {
  issue: string
  publication: string
  run: RunRow
  runExists: boolean
}

/** A page of the issue that names a jump: its current transcript, read again. */
interface JumpPage {
  transcript: TranscriptRow
  reading: PageReading
}

/**
 * Joins the jumps of an issue, whichever runs its pages came with: an article and its continuation become one article
 * with a placement on each page. What a person has worked on is not joined but listed. Doing it again changes nothing.
 */
export async function joinJumps(
  rows: StoreRows,
  { issue, publication, run, runExists }: JoinScope,
): Promise<JoinedJumps> {
  const pages = await readJumpPages(rows, issue)
  const pairing = pairJumps([...pages].map(([page, { reading }]) => ({ page, reading })))
  const result: JoinedJumps = { joined: [], open: [], usedRun: runExists }
  const placeOf = (page: string, line: number): Place => {
    const { transcript } = pages.get(page)!
    return { file: transcript.fileName, line, column: 1 }
  }
  const open = (page: string, found: { names: string; line: number }): void => {
    const place = placeOf(page, found.line)
    result.open.push(diagnostic('article.jumpOpen', { page: found.names }, place))
  }
  const needRun = async (): Promise<void> => {
    if (!result.usedRun) await rows.insertRun(run)
    result.usedRun = true
  }
  // Page by page, so that what goes on twice is joined from its beginning.
  for (const { from, to } of pairing.pairs) {
    const source = articleAt(pages, from)
    const target = articleAt(pages, to)
    if (source && source === target) continue
    const pair =
      source && target ? { source, target, fromPage: from.page, publication, run: run.id, pages } : null
    const { jumpTo, headline } = pages.get(from.page)!.reading.articles[from.article]!
    if (pair && (await mayJoin(rows, pair)) && (await joinPair(rows, pair, needRun))) {
      const params = { from: from.page, to: to.page, headline: headline ?? '—' }
      result.joined.push(diagnostic('article.jumpJoined', params, placeOf(from.page, jumpTo!.line)))
      continue
    }
    const { jumpFrom } = pages.get(to.page)!.reading.articles[to.article]!
    open(from.page, { names: jumpTo!.page, line: jumpTo!.line })
    open(to.page, { names: jumpFrom!.page, line: jumpFrom!.line })
  }
  for (const { end, page, line } of pairing.open) open(end.page, { names: page, line })
  return { ...result, joined: inOrder(result.joined), open: inOrder(result.open) }
}

async function readJumpPages(rows: StoreRows, issue: string): Promise<Map<string, JumpPage>> {
  const placements = await rows.jumps(issue)
  const numbers = await rows.pageNumbers(placements.map(({ page }) => page))
  const pages = new Map<string, JumpPage>()
  for (const page of new Set(placements.map((placement) => placement.page))) {
    const number = numbers.get(page)
    const transcript = await rows.currentTranscript(page)
    if (!number || !transcript) continue
    const { articles, folio } = readPage(transcript.text, { page: number })
    pages.set(number, { transcript, reading: { articles, folio, lines: [], joins: [], diagnostics: [] } })
  }
  return pages
}

function articleAt(pages: Map<string, JumpPage>, end: { page: string; article: number }): string | null {
  const { transcript, reading } = pages.get(end.page)!
  const { startLine } = reading.articles[end.article]!
  return transcript.provenance.articles.find((origin) => origin.startLine === startLine)?.article ?? null
}

interface Pair {
  /** The article that begins, and the one that turns out to be its continuation. */
  source: string
  target: string
  fromPage: string
  publication: string
  run: string
  pages: Map<string, JumpPage>
}

async function mayJoin(rows: StoreRows, { source, target }: Pair): Promise<boolean> {
  const stored = await rows.articles([source, target])
  return stored.get(source)?.state === 'asImported' && stored.get(target)?.state === 'asImported'
}

async function joinPair(rows: StoreRows, pair: Pair, needRun: () => Promise<void>): Promise<boolean> {
  const { source, target, fromPage, publication, run, pages } = pair
  const placements = await rows.placementsOf([source, target])
  const kept = placements.filter(({ article }) => article === source)
  const moved = placements.filter(({ article }) => article === target)
  // One article stands on a page once.
  if (moved.length === 0 || moved.some(({ page }) => kept.some((other) => other.page === page))) return false
  const first = await partsElsewhere(rows, { article: source, except: '' })
  const second = await partsElsewhere(rows, { article: target, except: '' })
  if (!first || !second) return false
  const parts = inReadingOrder([...first, ...second.map((part) => ({ ...part, continued: true }))])
  await needRun()
  const stored = await rows.articles([source])
  const composed = composeArticle(parts)
  const authorIds = await rows.authors(composed.credits, { publication, run })
  const row = articleRow(composed, { publication, importRun: run, authorIds })
  await rows.updateArticle(source, changeOf(row, stored.get(source)?.column ?? null))
  for (const placement of moved) {
    const jumpPage = placement.jump === 'in' ? placement.jumpPage : fromPage
    await rows.updatePlacement(placement.id, { article: source, jump: 'in', jumpPage })
  }
  await rows.deleteArticle(target)
  await renameOrigins(rows, { pages, from: target, to: source })
  return true
}

/** From now on the continuation's lines are the joined article's. */
async function renameOrigins(
  rows: StoreRows,
  { pages, from, to }: { pages: Map<string, JumpPage>; from: string; to: string },
): Promise<void> {
  for (const { transcript } of pages.values()) {
    const { articles } = transcript.provenance
    if (!articles.some(({ article }) => article === from)) continue
    transcript.provenance = {
      ...transcript.provenance,
      articles: articles.map((origin) => (origin.article === from ? { ...origin, article: to } : origin)),
    }
    await rows.updateTranscript(transcript.id, { provenance: transcript.provenance })
  }
}

/** By file and line, so that the same import always says the same. */
function inOrder(found: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ place }: Diagnostic): string => `${place?.file}:${String(place?.line).padStart(6, '0')}`
  return [...found].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}
