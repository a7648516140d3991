import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { articlesOf, queueOf, slipsOf } from '../../src/admin/ArticleQueues/queueOf.ts'
import { readRequests } from '../../src/admin/Requests/readRequests.ts'
import { profiles } from '../../src/core/workflow/index.ts'
import { makePage } from '../../bench/newspaper.ts'
import { importIssue } from '../../src/exports/importer.ts'
import { deliverWebhooks, publishDue } from '../../src/exports/server.ts'
import { optionsOf } from '../../src/options.ts'
import { boot, type Booted } from '../boot.ts'
import { deskMove, layOut, move, newsroom, signedIn, type Newsroom } from '../newsroom.ts'
import { apiClient } from '../rest.ts'

const onSqlite = process.env.BROADSHEET_TEST_DB !== 'mongodb'
const issues = 30
const pages = 8

let booted: Booted
let payload: Payload
let people: Newsroom
let auditor: ReturnType<typeof apiClient>
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-plans-'))

beforeAll(async () => {
  if (!onSqlite) return
  booted = await boot()
  payload = booted.payload
  for (let issue = 0; issue < issues; issue += 1) {
    const day = new Date(Date.UTC(2020, 0, 1 + issue)).toISOString().slice(0, 10)
    mkdirSync(path.join(folder, day))
    const names = Array.from({ length: pages }, (_, at) => `page${at + 1}.txt`)
    for (const [at, name] of names.entries())
      writeFileSync(path.join(folder, day, name), makePage(issue * pages + at, { articles: 8 }))
    const listed = names.map((file, at) => `  - { file: ${file}, number: '${at + 1}' }`).join('\n')
    writeFileSync(
      path.join(folder, day, 'issue.yaml'),
      `publication: { name: 试印日报, slug: trial }\ndate: '${day}'\npages:\n${listed}\n`,
    )
  }
  const { counts } = await importIssue(payload, { folder, createPublication: true })
  expect(counts.created).toBe(issues * pages * 8)
  people = await newsroom(payload)
  await printMost()
  auditor = apiClient((await signedIn(payload, { roles: ['auditor'], name: 'looking' })).token)
}, 240_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await booted?.stop()
})

/** As in a house that has printed for long: all but the last two issues are out, and SQLite knows how its rows are spread. */
async function printMost(): Promise<void> {
  const { client } = payload.db as unknown as { client: Client }
  const recent = `SELECT id FROM issues ORDER BY date DESC LIMIT 2`
  const printed = `SELECT article_id FROM placements WHERE issue_id NOT IN (${recent})`
  await client.execute(`UPDATE review_slips SET stage = 'published', live = 1 WHERE article IN (${printed})`)
  await client.execute(`UPDATE issues SET stage = 'published', public = 1 WHERE id NOT IN (${recent})`)
  await client.execute('ANALYZE')
}

interface Statement {
  sql: string
  args: unknown[]
}
type Client = { execute(given: Statement | string): Promise<{ rows: Record<string, unknown>[] }> }

/** Every statement that some work takes, reading or writing. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const { client } = payload.db as unknown as { client: Client }
  const prototype = Object.getPrototypeOf(client) as Client
  const { execute } = prototype
  const statements: Statement[] = []
  prototype.execute = function (given) {
    if (typeof given !== 'string') statements.push(given)
    return execute.call(this, given)
  }
  try {
    await work()
  } finally {
    prototype.execute = execute
  }
  return statements
}

async function planOf({ sql, args }: Statement): Promise<string[]> {
  const { client } = payload.db as unknown as { client: Client }
  const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
  // What is nested reads what the outer step found.
  return rows.filter(({ parent }) => Number(parent) === 0).map(({ detail }) => String(detail))
}

/** Tables that grow with every issue. */
const big =
  '(articles|_articles_v|placements|pages|issues|authors|transcripts|review_slips|review_records|workflow_events|texts|articles_rels|_articles_v_rels)'
/** Values that most rows share: an index of these alone finds nothing. */
const common = '(latest|_status|version__status|public|live)'

/** Steps of a plan that look at more of a big table than was asked for, or sort what an index could have given in order. */
function wasted(steps: readonly string[], sql: string): string[] {
  // How many there are cannot be known without counting them.
  if (/^select count/i.test(sql)) return []
  // So many ids of a table that is small here are looked up in one that is large.
  if (/"id" in \((\?, ){50,}\?\) order by/.test(sql)) return []
  const whole = steps.filter((step) => new RegExp(`^SCAN ${big}$`).test(step))
  const unselective = steps.filter((step) =>
    new RegExp(`^SEARCH ${big} USING (COVERING )?INDEX \\S+ \\(${common}=\\?\\)`).test(step),
  )
  const inOrder = steps.filter((step) => new RegExp(`^SCAN ${big} USING (COVERING )?INDEX`).test(step))
  const sorts = steps.filter((step) => /TEMP B-TREE FOR (ORDER|GROUP|DISTINCT)/.test(step))
  // A walk along an index is what a list with a limit wants, as long as it need not be sorted afterwards.
  const endless = inOrder.length > 0 && (sorts.length > 0 || !/ limit \?/.test(sql)) ? inOrder : []
  return [...whole, ...unselective, ...endless]
}

/** What staff look at and do in a day, each by its name. */
async function journeys(): Promise<Record<string, () => Promise<unknown>>> {
  const first = async (collection: string, options: object = {}) => {
    const { docs } = await payload.find({ collection, limit: 1, depth: 0, ...options })
    return docs[0] as { id: string }
  }
  const issue = await first('issues', { sort: '-date' })
  const page = await first('pages', { where: { issue: { equals: issue.id } } })
  const placement = (await first('placements', { where: { page: { equals: page.id } } })) as never as {
    article: string
  }
  const [author, publication, transcript] = [
    await first('authors'),
    await first('publications'),
    await first('transcripts'),
  ]
  const article = placement.article
  const stage = (at: number, name: string) => `where[or][0][and][0][slip.stage][in][${at}]=${name}`
  const asks: [keyof typeof who, string][] = [
    ['editor', '/api/articles?draft=true&limit=10'],
    ['editor', '/api/articles?draft=true&limit=10&sort=-updatedAt&depth=0'],
    ['editor', '/api/articles?draft=true&limit=10&sort=headline'],
    ['editor', `/api/articles?draft=true&limit=10&${stage(0, 'draft')}&${stage(1, 'review1')}`],
    ['proofreader', `/api/articles?draft=true&limit=10&${stage(0, 'proof1')}&sort=-updatedAt`],
    ['editor', `/api/articles?draft=true&limit=10&where[publication][equals]=${publication.id}`],
    ['editor', `/api/articles?draft=true&limit=10&where[authors][in]=${author.id}`],
    ['editor', `/api/articles/${article}?draft=true&depth=1`],
    ['editor', `/api/articles/${article}/transitions`],
    ['editor', `/api/articles/versions?where[parent][equals]=${article}&limit=10&sort=-updatedAt`],
    ['editor', '/api/issues?limit=10&sort=-date'],
    ['editor', `/api/issues?limit=10&where[publication][equals]=${publication.id}&sort=-date&depth=0`],
    ['editor', `/api/issues/${issue.id}?depth=1`],
    ['pageEditor', `/api/issues/${issue.id}/board`],
    ['chief', `/api/issues/${issue.id}/transitions`],
    ['chief', `/api/issues/${issue.id}/preflight`],
    ['chief', `/api/issues/${issue.id}/history`],
    ['chief', `/api/issues/${issue.id}/editions`],
    ['chief', `/api/issues/${issue.id}/flow-sheet`],
    ['pageEditor', '/api/pages?limit=10&depth=0'],
    ['pageEditor', `/api/pages/${page.id}?depth=1`],
    ['pageEditor', `/api/pages/${page.id}/transitions`],
    ['pageEditor', '/api/placements?limit=10&depth=0'],
    ['pageEditor', `/api/placements?where[page][equals]=${page.id}&sort=order`],
    ['editor', '/api/authors?limit=10&sort=name'],
    ['editor', `/api/authors/${author.id}?depth=1`],
    ['editor', '/api/transcripts?limit=10&depth=0'],
    ['editor', `/api/transcripts/${transcript.id}?depth=0`],
    ['editor', '/api/import-runs?limit=10&depth=0'],
    ['auditor', '/api/workflow-events?limit=10&depth=0'],
    ['auditor', `/api/workflow-events?where[subject][equals]=${article}&sort=-seq`],
    ['auditor', '/api/review-records?limit=10&depth=0'],
    ['auditor', `/api/review-records?where[article][equals]=${article}`],
    ['auditor', '/api/review-slips?limit=10&where[stage][equals]=review1'],
  ]
  const who = { ...people, auditor }
  const of = 'issues' as const
  return {
    ...Object.fromEntries(
      asks.map(([name, address]) => [
        address,
        async () => expect([address, (await who[name].get(address)).status]).toEqual([address, 200]),
      ]),
    ),
    'what waits for a chief': async () => {
      const { user } = (await people.chief.get('/api/users/me')).body
      const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
      const papers = [{ id: publication.id, profile: profiles.newsroom }]
      const queue = queueOf(['chief'], papers)
      const asked = { overrideAccess: false, req } as const
      const { totalDocs } = await payload.find({
        ...{ collection: 'articles', draft: true, limit: 10, sort: '-updatedAt', where: articlesOf(queue) },
        ...asked,
      })
      const counted = await payload.count({ collection: 'review-slips', where: slipsOf(queue), ...asked })
      expect(totalDocs).toBe(counted.totalDocs)
    },
    'what waits for a chief’s confirmation': async () => {
      const { user } = (await people.chief.get('/api/users/me')).body
      const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
      expect((await readRequests(req, new Date().toISOString())).mine).toEqual([])
    },
    'take a page’s article to review': () => move(people.editor2, { id: article, name: 'submit' }),
    'begin laying out': () => deskMove(people.issueManager, { of, id: issue.id, name: 'layOut' }),
    'rename a page': () =>
      layOut(people.pageEditor, issue.id, { op: 'renamePage', page: page.id, name: '要闻' }),
    'look for what is due': () =>
      publishDue({ slugs: optionsOf(payload).slugs, payload, now: new Date().toISOString() }),
    'look for messages': () =>
      deliverWebhooks({
        slugs: optionsOf(payload).slugs,
        payload,
        webhooks: [{ name: 'site', url: 'http://127.0.0.1:9/', secret: 'a-secret-of-the-test' }],
        now: Date.now,
      }),
  }
}

it.runIf(onSqlite)(
  'every filter and order of what staff look at and do is served by an index, in a house of some thousand articles',
  async () => {
    const recorded: [string, Statement][] = []
    for (const [name, work] of Object.entries(await journeys())) {
      const statements = await statementsOf(work)
      expect([name, statements.length > 0]).toEqual([name, true])
      for (const statement of statements) recorded.push([name, statement])
    }
    // Explained afterwards: a plan that is read keeps the connection at its moment.
    const found: Record<string, string> = {}
    for (const [name, statement] of recorded) {
      if (!/^\s*(select|update|delete|with)/i.test(statement.sql)) continue
      const steps = wasted(await planOf(statement), statement.sql)
      if (steps.length > 0) found[`${steps.join('; ')}: ${statement.sql.slice(-400)}`] ??= name
    }
    expect(recorded.length).toBeGreaterThan(300)
    expect(found).toEqual({})
  },
)

it.runIf(onSqlite)('a list by stage has every article of it, few or most of them', async () => {
  const { client } = payload.db as unknown as { client: Client }
  const { rows } = await client.execute('SELECT stage, count(*) AS articles FROM review_slips GROUP BY stage')
  const counted = Object.fromEntries(rows.map(({ stage, articles }) => [String(stage), Number(articles)]))
  expect(counted.published).toBeGreaterThan(1_000)
  const { draft = 0, published = 0, review1 = 0 } = counted
  const ask = async (query: string) => {
    const { body } = await people.editor.get(`/api/articles?draft=true&limit=3&depth=0&${query}`)
    return [body.totalDocs, body.docs.map(({ stage }: { stage: string }) => stage)]
  }
  const three = (stage: string) => [stage, stage, stage]
  expect(await ask('where[slip.stage][equals]=published')).toEqual([published, three('published')])
  expect(await ask('where[stage][equals]=draft')).toEqual([draft, three('draft')])
  expect(await ask('where[slip.stage][in][0]=review1')).toEqual([review1, ['review1']])
  expect(await ask('where[slip.stage][in][0]=proof2')).toEqual([0, []])
  const both = 'where[or][0][slip.stage][equals]=review1&where[or][1][slip.stage][in][0]=published'
  expect((await ask(both))[0]).toBe(review1 + published)
  const beside = 'where[slip.stage][equals]=draft&where[slip.held][equals]=true'
  expect((await ask(beside))[0]).toBe(0)
  expect((await ask('where[slip.stage][not_equals]=published'))[0]).toBe(draft + review1)
})

it.runIf(onSqlite)('a filter without an index would be found out', async () => {
  const { client } = payload.db as unknown as { client: Client }
  const unserved = { sql: 'select id from articles where deck = ? order by kicker limit ?', args: ['', 1] }
  const recorded = await statementsOf(() => client.execute(unserved))
  expect(recorded).toEqual([unserved])
  expect(wasted(await planOf(unserved), unserved.sql)).toEqual(['SCAN articles'])
})
