import { idOf } from '../../core/ids.ts'
import type { Slugs } from '../../options.ts'
import { importer } from '../openSlip.ts'
import { auditChain, type Chain } from './auditChain.ts'
import type { Finding } from './finding.ts'
import { batchesOf, eventsOf, rowsWhere, type Row, type Source } from './readRows.ts'

const owners = { article: 'reviewSlips', issue: 'issues', user: 'users' } as const

/**
 * The first row whose owner is not there: a walk by subject never comes by it. Only for collections that hold
 * more rows than such a walk has seen.
 */
export async function findStray(
  source: Source,
  { collection, size }: { collection: keyof Slugs; size: number },
): Promise<Finding | null> {
  for await (const rows of batchesOf(source, { collection, size })) {
    const finding =
      collection === 'articles'
        ? await strayArticle(source, rows)
        : collection === 'workflowEvents'
          ? await strayEvent(source, rows)
          : collection === 'editions'
            ? await strayEdition(source, rows)
            : await strayOfArticle(source, { collection, rows })
    if (finding) return finding
  }
  return null
}

/** An article without a slip: never opened by the workflow, or its slip was taken away. */
async function strayArticle(source: Source, rows: readonly Row[]): Promise<Finding | null> {
  const owned = await articlesWithSlip(
    source,
    rows.map(({ id }) => id),
  )
  const stray = rows.find(({ id }) => !owned.has(id))
  if (!stray) return null
  const events = await rowsWhere(source, 'workflowEvents', { subject: { equals: stray.id } })
  const { id } = stray
  if (events.length === 0 && !stray.slip)
    return { problem: 'article.added', collection: 'articles', id, subject: id, params: {} }
  return {
    problem: 'slip.missing',
    collection: 'reviewSlips',
    id: idOf(stray.slip),
    subject: id,
    params: {},
  }
}

async function strayOfArticle(
  source: Source,
  { collection, rows }: { collection: keyof Slugs; rows: readonly Row[] },
): Promise<Finding | null> {
  const owned = await articlesWithSlip(
    source,
    rows.map(({ article }) => String(article)),
  )
  const stray = rows.find(({ article }) => !owned.has(String(article)))
  if (!stray) return null
  const problem = collection === 'texts' ? 'text.added' : 'record.added'
  const params: Finding['params'] = collection === 'texts' ? { hash: String(stray.hash) } : {}
  return { problem, collection, id: stray.id, subject: String(stray.article), params }
}

/** A manifest of an issue that is not there. */
async function strayEdition(source: Source, rows: readonly Row[]): Promise<Finding | null> {
  const issues = rows.map(({ issue }) => String(issue))
  const known = new Set((await rowsWhere(source, 'issues', { id: { in: issues } })).map(({ id }) => id))
  const stray = rows.find(({ issue }) => !known.has(String(issue)))
  if (!stray) return null
  const { id, issue, number } = stray
  const params = { number: Number(number) }
  return { problem: 'edition.added', collection: 'editions', id, subject: String(issue), params }
}

async function strayEvent(source: Source, rows: readonly Row[]): Promise<Finding | null> {
  for (const kind of ['article', 'issue', 'user'] as const) {
    const ofKind = rows.filter((row) => row.kind === kind)
    const subjects = [...new Set(ofKind.map(({ subject }) => String(subject)))]
    const known =
      kind === 'article'
        ? await articlesWithSlip(source, subjects)
        : new Set((await rowsWhere(source, owners[kind], { id: { in: subjects } })).map(({ id }) => id))
    for (const { id, subject, seq } of ofKind) {
      if (known.has(String(subject)) || (await wasRemoved(source, { kind, id: String(subject) }))) continue
      return {
        ...{ problem: 'owner.missing', collection: 'workflowEvents', id, subject: String(subject) },
        params: { kind, seq: Number(seq) },
      }
    }
  }
  return null
}

/** What ends a chain whose owner is gone by right, and who may have acted in it. */
const endings = {
  user: { transition: 'removed', actor: null },
  // Only what no person has touched is taken back.
  article: { transition: 'takeBack', actor: importer },
} as const

/** A user removed in the admin, or an import taken back: the chain is whole and says so at its end. */
async function wasRemoved(source: Source, { kind, id }: Chain['subject']): Promise<boolean> {
  if (kind === 'issue') return false
  const events = (await eventsOf(source, [id])).get(id) ?? []
  const last = events.at(-1)
  const { transition, actor } = endings[kind]
  if (last?.transition !== transition) return false
  if (actor !== null && events.some(({ actorId }) => actorId !== actor)) return false
  const head = { seq: last.seq, hash: last.hash }
  const owner = { collection: owners[kind], id }
  return auditChain({ subject: { kind, id }, events, head, owner }) === null
}

async function articlesWithSlip(source: Source, articles: readonly string[]): Promise<Set<string>> {
  const slips = await rowsWhere(source, 'reviewSlips', { article: { in: [...articles] } })
  return new Set(slips.map(({ article }) => String(article)))
}
