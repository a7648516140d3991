import { issueTransitions, type IssueStage, type PageStage } from '../../core/issue/index.ts'
import { sha256 } from '../../database/sha256.ts'
import { readIssueRow, type IssueRow, type PageRow } from '../desk/deskRows.ts'
import type { EditionRow } from '../publish/editions.ts'
import type { EventRow } from '../trail.ts'
import { auditChain } from './auditChain.ts'
import type { Finding } from './finding.ts'
import type { Row } from './readRows.ts'

/** Every row that is about one issue, as the database has it at one moment. */
export interface IssueRows {
  owner: Row
  /** In the order of their seq. */
  events: readonly EventRow[]
  pages: readonly PageRow[]
  /** Oldest first. */
  editions: readonly EditionRow[]
  /** Hashes of the texts that readers see, by article; null where they see none. */
  publicHashes: ReadonlyMap<string, string | null>
}

/** The first wrong row of an issue; null when all of them agree with its chain. */
export function auditIssue(rows: IssueRows): Finding | null {
  const issue = readIssueRow(rows.owner)
  const chain = auditChain({
    subject: { kind: 'issue', id: issue.id },
    events: rows.events,
    head: { seq: issue.trailSeq, hash: issue.trailHash },
    owner: { collection: 'issues', id: issue.id },
  })
  return chain ?? wrongEdition(rows, issue) ?? wrongStanding(rows, issue) ?? wrongText(rows, issue)
}

function wrongEdition({ events, editions }: IssueRows, { id: subject }: IssueRow): Finding | null {
  const wrong = (problem: Finding['problem'], id: string, number: number): Finding => ({
    ...{ problem, collection: 'editions', id, subject, params: { number } },
  })
  const rest = new Map(editions.map((edition) => [edition.id, edition]))
  let previous: string | null = null
  for (const [index, edition] of editions.entries()) {
    const { id, number, hash, manifest } = edition
    const intact = sha256(manifest) === hash && saysTheSame(edition)
    if (!intact || number !== index + 1 || edition.previous !== previous)
      return wrong('edition.edited', id, number)
    previous = hash
  }
  for (const { record, recordHash, seq } of events) {
    if (record === null) continue
    const edition = rest.get(record)
    if (!edition) return wrong('edition.missing', record, seq)
    if (edition.hash !== recordHash) return wrong('edition.edited', record, edition.number)
    rest.delete(record)
  }
  for (const { id, number } of rest.values()) return wrong('edition.added', id, number)
  return null
}

/** A manifest repeats what its row says, so that neither can be changed alone. */
function saysTheSame({
  manifest,
  issue,
  publication,
  number,
  kind,
  at,
  actorId,
  previous,
}: EditionRow): boolean {
  const said = JSON.parse(manifest) as Record<string, unknown>
  const row: Readonly<Record<string, unknown>> = { issue, publication, number, kind, at, actorId, previous }
  return Object.entries(row).every(([name, value]) => said[name] === value)
}

/** The stages and signatures that follow from the chain alone. */
function wrongStanding({ events, pages }: IssueRows, issue: IssueRow): Finding | null {
  let stage: IssueStage = 'planning'
  let signedBy: string | null = null
  const standing = new Map<string, { stage: PageStage; signedBy: string | null }>()
  for (const { transition, phase, to, details, actorId } of events) {
    if (phase !== 'done') continue
    const page = String(details.page ?? '')
    if (Object.hasOwn(issueTransitions, transition)) {
      stage = to as IssueStage
      if (transition === 'sign') signedBy = actorId
      if (transition === 'unsign' || transition === 'drop') signedBy = null
    } else if (transition === 'signPage') standing.set(page, { stage: 'signed', signedBy: actorId })
    else if (transition === 'toMakeupPage') standing.set(page, { stage: 'makeup', signedBy: null })
    else if (transition === 'toProofPage' || transition === 'unsignPage' || transition === 'dropPage')
      standing.set(page, { stage: 'proof', signedBy: null })
  }
  const subject = issue.id
  const edited = (collection: 'issues' | 'pages', id: string, field: string): Finding => ({
    ...{ problem: collection === 'issues' ? 'issue.edited' : 'page.edited', collection, id, subject },
    params: { field },
  })
  if (issue.stage !== stage) return edited('issues', issue.id, 'stage')
  if (issue.signedBy !== signedBy) return edited('issues', issue.id, 'signedBy')
  for (const page of pages) {
    const expected = standing.get(page.id) ?? { stage: 'makeup', signedBy: null }
    if (page.stage !== expected.stage) return edited('pages', page.id, 'stage')
    if (page.signedBy !== expected.signedBy) return edited('pages', page.id, 'signedBy')
  }
  return null
}

/** What readers see of each article is what the newest manifest that names it says. */
function wrongText({ editions, publicHashes }: IssueRows, { id: subject, stage }: IssueRow): Finding | null {
  // A withdrawn issue shows nothing: a text of it that another edition of the day goes on showing may change there.
  if (stage === 'withdrawn') return null
  const newest = new Map<string, { hash: string | null; edition: EditionRow }>()
  for (const edition of editions) {
    const { articles = [] } = JSON.parse(edition.manifest) as {
      articles?: { id: string; contentHash: string }[]
    }
    const gone = edition.kind === 'withdrawal' || edition.kind === 'issueWithdrawal'
    for (const { id, contentHash } of articles) newest.set(id, { hash: gone ? null : contentHash, edition })
  }
  for (const [article, { hash, edition }] of newest) {
    // One whose slip is gone is named by the walk of the strays.
    if (!publicHashes.has(article) || publicHashes.get(article) === hash) continue
    return {
      ...{ problem: 'edition.otherText', collection: 'articles', id: article, subject },
      params: { number: edition.number },
    }
  }
  return null
}

/** The articles that manifests name. */
export function articlesNamed(editions: readonly EditionRow[]): string[] {
  return editions.flatMap(({ manifest }) => {
    const { articles = [] } = JSON.parse(manifest) as { articles?: { id: string }[] }
    return articles.map(({ id }) => id)
  })
}
