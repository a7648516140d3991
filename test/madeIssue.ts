import { createLocalReq, type Payload } from 'payload'

import { inTransaction } from '../src/database/inTransaction.ts'
import { batchedInserts } from '../src/database/batchedInserts.ts'
import { newId } from '../src/database/newId.ts'
import { canonicalContent, checkText } from '../src/core/text/index.ts'
import { applyPlan, decide, profiles, type ArticleFacts, type Role } from '../src/core/workflow/index.ts'
import { optionsOf, type Slugs } from '../src/options.ts'
import { approvable } from '../src/workflow/currentText.ts'
import { moveIssue } from '../src/workflow/desk/moveIssue.ts'
import { movePage } from '../src/workflow/desk/movePage.ts'
import { loadIssue } from '../src/workflow/desk/loadIssue.ts'
import { loadPreflight } from '../src/workflow/desk/loadPreflight.ts'
import { newSlip, type SlipRow } from '../src/workflow/slipRow.ts'
import { nextEvent, type RecordRow } from '../src/workflow/trail.ts'
import { bodyOf } from './newsroom.ts'

/** An issue that only waits to be published. */
export interface MadeIssue {
  publication: string
  issue: string
  articles: string[]
}

const path: readonly [user: string, role: Role, transition: string][] = [
  ['writer', 'editor', 'submit'],
  ['by-editor', 'editor', 'pass'],
  ['by-head', 'sectionHead', 'pass'],
  ['by-chief', 'chief', 'signOff'],
  ['by-reader', 'proofreader', 'proof'],
  ['by-reader2', 'proofreader', 'proof'],
  ['by-reader', 'proofreader', 'proof'],
]

/**
 * Makes a signed issue of any size within seconds: the rule book decides every step of every article, as it does in the
 * newsroom, and the rows are written together. The trail is whole.
 */
export async function makeSignedIssue(
  payload: Payload,
  size: { pages: number; articles: number; paragraphs?: number },
): Promise<MadeIssue> {
  const { slugs } = optionsOf(payload)
  const create = async (collection: string, data: object) =>
    String((await payload.create({ collection, data, depth: 0 })).id)
  const slug = `p-${newId()}`
  const publication = await create(slugs.publications, { name: slug, slug })
  const issue = await create(slugs.issues, { publication, date: '2031-05-05', edition: 'main', number: '1' })
  const author = await create(slugs.authors, { publication, name: `林小满${slug}` })
  const pages: string[] = []
  for (let number = 1; number <= size.pages; number += 1)
    pages.push(await create(slugs.pages, { issue, number: String(number) }))
  const articles = await insertArticles(payload, { ...size, slugs, publication, issue, author, pages })
  await signAll(payload, { slugs, issue, pages })
  return { publication, issue, articles }
}

async function insertArticles(
  payload: Payload,
  made: {
    slugs: Slugs
    publication: string
    issue: string
    author: string
    pages: string[]
    articles: number
    paragraphs?: number
  },
): Promise<string[]> {
  const { slugs, publication, issue, author, pages } = made
  const req = await createLocalReq({}, payload)
  const now = '2031-05-04T12:00:00.000Z'
  const stamps = { createdAt: now, updatedAt: now }
  return inTransaction(req, async () => {
    const batch = batchedInserts(req)
    const insert = (collection: string, data: object) =>
      batch.db.create({ collection, data: structuredClone({ ...data, ...stamps }) as never, req })
    const ids: string[] = []
    for (let index = 0; index < made.articles; index += 1) {
      const id = newId()
      ids.push(id)
      const text = Array.from(
        { length: made.paragraphs ?? 6 },
        (_, line) => `${id}第${line}段：市政府昨日发布通知，汛期将至，各区加强巡查。`,
      )
      const article = {
        ...{ id, slip: newId(), publication, headline: `稿件${index}：新桥今日通车`, title: `稿件${index}` },
        ...{ authors: [author], body: bodyOf(...text), _status: 'draft' },
      }
      const { slip, events, records, texts } = judged(article)
      await insert(slugs.reviewSlips, slip)
      for (const row of events) await insert(slugs.workflowEvents, row)
      for (const row of records) await insert(slugs.reviewRecords, row)
      for (const row of texts) await insert(slugs.texts, row)
      await insert(slugs.articles, article)
      const { id: _id, ...version } = article
      await batch.db.createVersion({
        ...{
          collectionSlug: slugs.articles,
          parent: id,
          versionData: structuredClone({ ...version, ...stamps }),
        },
        ...{ autosave: false, ...stamps, req, returning: false },
      } as never)
      const place = { article: id, issue, page: pages[index % pages.length], jump: 'none', public: false }
      await insert(slugs.placements, { ...place, id: newId(), order: Math.floor(index / pages.length) + 1 })
    }
    await batch.flush()
    return ids
  })
}

/** Everything that three reviews and three proofs leave behind. */
function judged(article: { id: string; slip: string; publication: string }) {
  const { id, publication } = article
  const { canonical, hash } = approvable(article as never)
  const subject = { kind: 'article', id, publication } as const
  const at = (minute: number) => `2031-05-04T12:${String(minute).padStart(2, '0')}:00.000Z`
  const created = {
    transition: 'create',
    phase: 'done',
    from: null,
    to: 'draft',
    actorId: 'importer',
  } as const
  let event = nextEvent({
    ...{ subject, head: { seq: 0, hash: null } },
    event: { ...created, rev: 1, reason: null, details: { contentHash: hash }, at: at(0) },
  })
  const events = [event]
  const records: RecordRow[] = []
  let facts: ArticleFacts = {
    ...{ publication, profile: profiles.newsroom, creator: null, bylineUsers: [], records, edits: [] },
    slip: newSlip({ contentHash: hash, creator: null, flags: [] }),
    content: { ...checkText(canonicalContent(article as never)), fieldErrors: [] },
    ...{ change: null, publicHash: null, onSignedPage: false, inSignedIssue: false, inWithdrawnIssue: false },
  }
  path.forEach(([user, role, transition], index) => {
    const decision = decide({
      ...{ transition, facts, now: at(index + 1), actor: { id: user, roles: [role], publications: [] } },
      input: { rev: facts.slip.rev, hash },
    })
    if (!decision.allowed)
      throw new Error(`${transition}: ${decision.blockers.map(({ code }) => code).join()}`)
    const { plan } = decision
    const record = plan.record ? { ...plan.record, id: newId(), article: id, publication } : null
    event = nextEvent({
      ...{ subject, head: { seq: event.seq, hash: event.hash }, event: plan.event, record },
      textHash: record ? hash : null,
    })
    events.push(event)
    facts = applyPlan({ facts, plan, ...(record ? { recordId: record.id } : {}) })
    if (record) records.push(record)
  })
  const slip: Omit<SlipRow, never> = {
    ...facts.slip,
    ...{ id: article.slip, article: id, publication, creator: null, publicHash: null, publishedAt: null },
    ...{ pendingMove: null, trailSeq: event.seq, trailHash: event.hash },
  }
  const texts = [{ id: newId(), article: id, publication, hash, canonical }]
  return { slip, events, records, texts }
}

/** Page by page and as a whole, by people who did not lay it out; warnings acknowledged. */
async function signAll(
  payload: Payload,
  { slugs, issue, pages }: { slugs: Slugs; issue: string; pages: string[] },
): Promise<void> {
  const now = '2031-05-04T13:00:00.000Z'
  const person = (id: string, ...roles: Role[]) => ({ id, roles, publications: [] })
  const chief = person('by-chief', 'chief')
  const move = async (transition: string, items?: { key: string; fingerprint: string }[]) => {
    const req = await createLocalReq({}, payload)
    const { facts } = (await loadIssue({ slugs, req, id: issue }))!
    const input = { rev: facts.rev, hash: facts.hash, ...(items ? { items } : {}) }
    const moved = await moveIssue({ slugs, req, id: issue, transition, actor: chief, input, now })
    if (moved.outcome !== 'moved') throw new Error(`${transition}: ${JSON.stringify(moved).slice(0, 400)}`)
  }
  await move('layOut')
  for (const id of pages)
    for (const [transition, actor] of [
      ['toProof', person('by-layouter', 'pageEditor')],
      ['sign', person('by-head', 'sectionHead')],
    ] as const) {
      const req = await createLocalReq({}, payload)
      const key = { slugs, req, id, transition, actor, now }
      const seen = await movePage({ ...key, transition: 'look', input: {} })
      if (seen.outcome !== 'refused') throw new Error('no page')
      const moved = await movePage({ ...key, input: { rev: seen.page.rev, hash: seen.page.hash } })
      if (moved.outcome !== 'moved') throw new Error(`${transition}: ${JSON.stringify(moved).slice(0, 400)}`)
    }
  await move('close')
  const req = await createLocalReq({}, payload)
  const loaded = (await loadIssue({ slugs, req, id: issue }))!
  const { items } = await loadPreflight({ slugs, req, id: issue }, loaded, { publishTime: null, now })
  const warnings = items.filter(({ severity }) => severity === 'warning')
  if (warnings.length > 0) await move('acknowledge', warnings)
  await move('sign')
}
