import { dayOf } from '../../core/days.ts'
import { idOf } from '../../core/ids.ts'
import type {
  Dropped,
  IssueStage,
  JumpKind,
  PageStage,
  PendingRequest,
  Settled,
} from '../../core/issue/index.ts'

type Row = Readonly<Record<string, unknown>>

/** An issue as it is stored: databases leave out or empty what the engine wants as null or a list. */
export interface IssueRow {
  id: string
  title: string
  publication: string
  date: string | null
  edition: string
  number: string | null
  wholeNumber: string | null
  plannedPages: number | null
  stage: IssueStage
  rev: number
  publishAt: string | null
  publishedAt: string | null
  notice: string | null
  signedBy: string | null
  signedAt: string | null
  signature: string | null
  dropped: Dropped | null
  acknowledgements: readonly Settled[]
  waivers: readonly Settled[]
  pending: PendingRequest | null
  public: boolean
  trailSeq: number
  trailHash: string | null
}

/** A page as it is stored, likewise. */
export interface PageRow {
  id: string
  issue: string
  number: string
  name: string | null
  title: string
  sequence: number
  stage: PageStage
  rev: number
  signedBy: string | null
  signedAt: string | null
  signature: string | null
  dropped: Dropped | null
  layoutBy: readonly string[]
  public: boolean
}

/** A placement as it is stored, likewise. */
export interface PlacementRow {
  id: string
  article: string
  page: string
  issue: string
  order: number
  jump: JumpKind
  jumpPage: string | null
  startLine: number | null
  endLine: number | null
  public: boolean
}

export function readIssueRow(row: Row): IssueRow {
  return {
    id: String(row.id),
    title: text(row.title) ?? '',
    publication: idOf(row.publication) ?? '',
    date: dayOf(row.date),
    edition: text(row.edition) ?? 'main',
    number: text(row.number),
    wholeNumber: text(row.wholeNumber),
    plannedPages: count(row.plannedPages),
    stage: (row.stage ?? 'planning') as IssueStage,
    rev: Number(row.rev ?? 1),
    publishAt: moment(row.publishAt),
    publishedAt: moment(row.publishedAt),
    notice: text(row.notice),
    ...signatureOf(row),
    acknowledgements: list<Settled>(row.acknowledgements),
    waivers: list<Settled>(row.waivers),
    pending: (row.pending ?? null) as PendingRequest | null,
    public: row.public === true,
    trailSeq: Number(row.trailSeq ?? 0),
    trailHash: text(row.trailHash),
  }
}

export function readPageRow(row: Row): PageRow {
  return {
    id: String(row.id),
    issue: idOf(row.issue) ?? '',
    number: String(row.number),
    name: text(row.name),
    title: text(row.title) ?? '',
    sequence: Number(row.sequence ?? 0),
    stage: (row.stage ?? 'makeup') as PageStage,
    rev: Number(row.rev ?? 1),
    ...signatureOf(row),
    layoutBy: list<string>(row.layoutBy),
    public: row.public === true,
  }
}

export function readPlacementRow(row: Row): PlacementRow {
  return {
    id: String(row.id),
    article: idOf(row.article) ?? '',
    page: idOf(row.page) ?? '',
    issue: idOf(row.issue) ?? '',
    order: Number(row.order ?? 0),
    jump: (row.jump ?? 'none') as JumpKind,
    jumpPage: text(row.jumpPage),
    startLine: count(row.startLine),
    endLine: count(row.endLine),
    public: row.public === true,
  }
}

function signatureOf(row: Row) {
  return {
    signedBy: text(row.signedBy),
    signedAt: text(row.signedAt),
    signature: text(row.signature),
    dropped: (row.dropped ?? null) as Dropped | null,
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function count(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function list<Entry>(value: unknown): readonly Entry[] {
  return Array.isArray(value) ? (value as Entry[]) : []
}

/** A stored moment in the one form in which moments are compared. */
function moment(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  return new Date(value as string | Date).toISOString()
}
