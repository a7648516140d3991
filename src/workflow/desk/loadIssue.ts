import type { PayloadRequest } from 'payload'

import { idOf } from '../../core/ids.ts'
import { issueHash, pageHash, type IssueFacts, type PageFacts, type Placed } from '../../core/issue/index.ts'
import type { Profile } from '../../core/workflow/index.ts'
import { sha256 } from '../../database/sha256.ts'
import type { Slugs } from '../../options.ts'
import { draftsOf, type ArticleRow } from '../currentText.ts'
import { profileNamed } from '../profileNamed.ts'
import { rowsOf } from '../rows.ts'
import { readSlip, type SlipRow } from '../slipRow.ts'
import {
  readIssueRow,
  readPageRow,
  readPlacementRow,
  type IssueRow,
  type PageRow,
  type PlacementRow,
} from './deskRows.ts'

export interface IssueKey {
  slugs: Slugs
  req: PayloadRequest
  id: string
}

/** Everything of one issue, and the rows it was read from. */
export interface LoadedIssue {
  facts: IssueFacts
  row: IssueRow
  publication: { id: string; name: string; slug: string; profile: Profile }
  pages: readonly PageRow[]
  placements: readonly PlacementRow[]
  /** The placed articles' slips and working copies, by article. */
  slips: ReadonlyMap<string, SlipRow>
  drafts: ReadonlyMap<string, ArticleRow>
  /** Versions of the articles that readers see already, by id. */
  versions: ReadonlyMap<string, number>
}

/** An issue's own row; null when there is none. */
export async function issueRow({ slugs, req, id }: IssueKey): Promise<IssueRow | null> {
  const found = await rowsOf(req).one(slugs.issues, { id: { equals: id } })
  return found && readIssueRow(found)
}

/**
 * Loads an issue with its pages and what stands on them, in the request's transaction; null when there is none.
 * @param known the issue's row, where it has been read already
 */
export async function loadIssue(key: IssueKey, known?: IssueRow): Promise<LoadedIssue | null> {
  const { slugs, req, id } = key
  const rows = rowsOf(req)
  const row = known ?? (await issueRow(key))
  if (!row) return null
  const paper = await rows.one(slugs.publications, { id: { equals: row.publication } })
  const pages = (await rows.all(slugs.pages, { issue: { equals: id } }, 'sequence')).map(readPageRow)
  const placements = (await rows.all(slugs.placements, { issue: { equals: id } })).map(readPlacementRow)
  const ids = [...new Set(placements.map(({ article }) => article))]
  const slips = new Map(
    (await rows.all(slugs.reviewSlips, { article: { in: ids } }))
      .map(readSlip)
      .map((slip) => [slip.article, slip]),
  )
  const drafts = new Map((await draftsOf({ slugs, req, ids })).map((draft) => [draft.id, draft]))
  const profile = profileNamed(req.payload, paper?.profile)
  const publication = {
    id: row.publication,
    name: String(paper?.name ?? ''),
    slug: String(paper?.slug ?? ''),
    profile,
  }
  const facts = factsOf({ row, pages, placements, slips, drafts, profile })
  const versions = new Map([...drafts].map(([article, { version }]) => [article, Number(version ?? 1)]))
  return { facts, row, publication, pages, placements, slips, drafts, versions }
}

function factsOf(
  loaded: Pick<LoadedIssue, 'row' | 'pages' | 'placements' | 'slips' | 'drafts'> & { profile: Profile },
): IssueFacts {
  const { row, placements, slips, drafts, profile } = loaded
  const pages = [...loaded.pages]
    .sort((a, b) => a.sequence - b.sequence || (a.number < b.number ? -1 : 1))
    .map((page): PageFacts => {
      const placed = placements
        .filter((placement) => placement.page === page.id)
        .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
        .map((placement) => placedOf(placement, { slips, drafts }))
      const { id, number, name, sequence, stage, rev, layoutBy } = page
      const { signedBy, signedAt, signature, dropped } = page
      const hash = pageHash({ number, name, placed }, sha256)
      return {
        ...{ id, number, name, sequence, stage, rev, layoutBy, signedBy, signedAt, signature, dropped },
        ...{ placed, hash },
      }
    })
  const { title: _title, wholeNumber: _whole, notice: _notice, public: _public, ...rest } = row
  const { trailSeq: _seq, trailHash: _hash, ...issue } = rest
  return { ...issue, profile, pages, hash: issueHash({ ...issue, pages }, sha256) }
}

function placedOf(placement: PlacementRow, { slips, drafts }: Pick<LoadedIssue, 'slips' | 'drafts'>): Placed {
  const { id, article, order, jump, jumpPage, startLine, endLine } = placement
  const column = drafts.get(article)?.column
  return {
    ...{ placement: id, article, order, jump, jumpPage, startLine, endLine },
    column: typeof column === 'string' && column !== '' ? column : null,
    contentHash: slips.get(article)?.contentHash ?? '',
  }
}

/** Ids of the files in an article's pictures; '' for a picture without one. */
export function mediaOf(article: ArticleRow): string[] {
  return (article.pictures ?? []).map(({ media }) => idOf(media) ?? '')
}
