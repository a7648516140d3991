import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Answer } from '../../rest.ts'
import { attackedHouse, secret, type AttackedHouse, type Row } from './attackedHouse.ts'

const doors = ['publications', 'issues', 'pages', 'placements', 'articles', 'authors', 'media'] as const

// Everybody tries everything: thousands of requests.
vi.setConfig({ testTimeout: 180_000 })

describe('what readers can find out while an article is published and being corrected', () => {
  let attacked: AttackedHouse
  /** What no answer may contain: ids, names and sentences that are not public. */
  let hidden: string[]

  beforeAll(async () => {
    attacked = await attackedHouse()
    const { house, targets, other } = attacked
    const rows = async (collection: string) =>
      (await house.payload.db.find<Row>({ collection, where: {}, limit: 0, pagination: false, joins: false }))
        .docs
    const placements = (await rows('placements')).filter((row) => row.public !== true)
    // Who asks may be told their own id.
    const users = (await rows('users')).filter(({ name }) => name !== 'roleless')
    await house.payload.db.updateOne({
      ...{ collection: 'authors', id: attacked.printed.author.id, data: { user: users[0]!.id } },
    })
    hidden = [
      ...[targets.ready, targets.review, targets.draft, other.issue.id, other.page.id, other.author.id],
      ...other.articles.map(({ id }) => id),
      ...placements.map(({ id }) => id),
      ...(await rows('review-slips')).map(({ id }) => id),
      ...users.flatMap(({ id, email }) => [id, String(email)]),
      ...[secret.headline, secret.text, '待发稿件', '送审稿件', '草稿'],
    ]
  })
  afterAll(() => attacked.stop())

  const readers = () => [attacked.attackers.anonymous, attacked.attackers.roleless]
  const harmless = (answer: Answer, path: string) => {
    expect(answer.status, path).toBeLessThan(500)
    const said = JSON.stringify(answer.body)
    // An address that was asked for comes back in the words of a refusal.
    for (const word of hidden) if (!path.includes(word)) expect(said, path).not.toContain(word)
  }

  it('is the same rows with and without ?draft, in lists, joins of every collection and counts', async () => {
    const { live, correcting } = attacked.targets
    const queries = [
      'depth=0',
      'depth=1',
      'depth=3',
      'depth=10&sort=-createdAt',
      'limit=1&page=2&depth=2',
      'select[id]=true',
    ]
    for (const reader of readers()) {
      for (const door of doors) {
        for (const query of queries) {
          const plain = await reader.get(`/api/${door}?${query}`)
          harmless(plain, `/api/${door}?${query}`)
          expect(plain.status).toBe(200)
          for (const draft of [
            'draft=true',
            'draft=1',
            'draft=true&autosave=true&trash=true',
            'draft=true&locale=all',
          ]) {
            const answer = await reader.get(`/api/${door}?${query}&${draft}`)
            expect(answer, `${door} ${query} ${draft}`).toEqual(plain)
          }
        }
        const count = (await reader.get(`/api/${door}/count`)).body
        expect((await reader.get(`/api/${door}/count?draft=true`)).body, door).toEqual(count)
        const { docs, totalDocs } = (await reader.get(`/api/${door}?limit=500`)).body
        expect(docs).toHaveLength(totalDocs)
        expect(count.totalDocs).toBe(totalDocs)
        for (const { id } of docs) {
          const one = await reader.get(`/api/${door}/${id}?depth=3`)
          harmless(one, `${door} by id`)
          expect(await reader.get(`/api/${door}/${id}?depth=3&draft=true`), door).toEqual(one)
        }
      }
      const { docs } = (await reader.get('/api/articles?sort=id')).body
      expect(docs.map(({ id }: Row) => id)).toEqual([live, correcting].sort())
      const [author] = (await reader.get('/api/authors?depth=1&draft=true')).body.docs
      expect(author.articles.docs.map(({ id }: Row) => id).sort()).toEqual([live, correcting].sort())
      const [page] = (await reader.get('/api/pages?depth=2&draft=true')).body.docs
      expect(page.placements.docs).toHaveLength(2)
      expect(page.placements.docs.map(({ article }: Row) => article.id).sort()).toEqual(
        [live, correcting].sort(),
      )
    }
  })

  it('is no version, by any door', async () => {
    const { house, targets } = attacked
    const { docs } = await house.payload.db.findVersions<Row>({
      ...{
        collection: 'articles',
        where: { parent: { equals: targets.correcting } },
        limit: 0,
        pagination: false,
      },
    })
    for (const reader of readers()) {
      for (const path of [
        '/api/articles/versions',
        '/api/articles/versions?draft=true&depth=2',
        `/api/articles/versions?where[parent][equals]=${targets.live}`,
        '/api/articles/versions/count',
        ...docs.map(({ id }) => `/api/articles/versions/${String(id)}`),
        ...doors.filter((door) => door !== 'articles').map((door) => `/api/${door}/versions`),
      ]) {
        const answer = await reader.get(path)
        expect(answer.status, path).toBeGreaterThanOrEqual(400)
        harmless(answer, path)
      }
    }
  })

  it('is the same over GraphQL, with draft: true anywhere', async () => {
    const { correcting, draft } = attacked.targets
    for (const reader of readers()) {
      const ask = (d: string) =>
        reader.graphql(`{
          Articles(draft: ${d}, limit: 500, sort: "id") { totalDocs docs { id headline authors { id name articles { docs { id headline } } } } }
          countArticles(draft: ${d}) { totalDocs }
          Article(id: "${correcting}", draft: ${d}) { id headline }
          Authors(draft: ${d}) { docs { id articles { docs { id headline } } } }
          Issues(draft: ${d}) { docs { id pages { docs { id placements { docs { id article { id headline } } } } } } }
          Pages(draft: ${d}) { docs { id placements { docs { id article(draft: ${d}) { id headline } } } } }
          Placements(draft: ${d}) { docs { id article(draft: ${d}) { id headline } } }
        }`)
      const plain = await ask('false')
      expect(plain.body.errors, JSON.stringify(plain.body.errors)).toBeUndefined()
      expect(plain.body.data.Articles.totalDocs).toBe(2)
      harmless(plain, 'graphql')
      expect(await ask('true')).toEqual(plain)
      for (const query of [
        '{ versionsArticles { totalDocs docs { id } } }',
        '{ versionsArticles(where: { parent: { exists: true } }) { docs { version { headline } } } }',
        `{ Article(id: "${draft}", draft: true) { id headline } }`,
        `{ Article(id: "${correcting}") { slip { id } stage title doubts } }`,
        `{ docAccessArticle(id: "${draft}") { read { permission } } }`,
        '{ ReviewSlips { docs { id } } ReviewRecords { docs { id } } WorkflowEvents { docs { id } } Texts { docs { canonical } } }',
        '{ Transcripts { docs { text } } ImportRuns { docs { id } } Users { docs { email } } }',
      ]) {
        harmless(await reader.graphql(query), query)
      }
    }
  })

  it('is nothing by asking in another way: selecting, populating, joining, overriding the method', async () => {
    const { correcting, draft } = attacked.targets
    for (const reader of readers()) {
      for (const path of [
        '/api/articles?select[slip]=true&select[title]=true&select[doubts]=true&select[stage]=true&select[rev]=true',
        '/api/articles?select[publication]=true&populate[publications][profile]=true',
        '/api/articles?depth=3&populate[authors][user]=true&populate[users][email]=true',
        '/api/placements?depth=3&populate[articles][slip]=true&populate[articles][title]=true&select[transcript]=true&select[article]=true',
        '/api/authors?joins[articles][limit]=0&joins[articles][where][id][exists]=true&joins[articles][count]=true&depth=2',
        '/api/pages?joins[placements][limit]=0&joins[placements][where][public][equals]=false&joins[placements][count]=true&depth=3',
        '/api/pages?joins[placements][where][public][exists]=true&joins[placements][count]=true&depth=0',
        '/api/issues?joins[pages][where][public][equals]=false&joins[pages][count]=true',
        '/api/articles?joins[placements][where][public][not_equals]=true&depth=2',
        `/api/articles/${correcting}?draft=true&depth=10&showHiddenFields=true&overrideAccess=true`,
        `/api/articles/${draft}?draft=true`,
        '/api/review-slips',
        '/api/review-records',
        '/api/workflow-events',
        '/api/texts',
        '/api/users',
        `/api/articles/${correcting}/slip`,
        `/api/articles/${correcting}/transitions`,
        '/api/access',
      ])
        harmless(await reader.get(path), path)
      for (const header of ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override']) {
        const as = { [header]: 'GET' }
        const plain = (await reader.get('/api/articles?depth=2')).body
        const form = await reader.send({
          method: 'POST',
          path: '/api/articles',
          data: 'draft=true&depth=2',
          headers: as,
        })
        expect(form).toEqual({ status: 200, body: plain })
        const json = await reader.send({
          ...{ method: 'POST', path: '/api/articles', data: { draft: true, depth: 2 }, headers: as },
        })
        harmless(json, header)
      }
      harmless(await reader.post(`/api/articles/access/${draft}`, {}), 'access')
    }
  })

  /** Paths along which a reader might guess, with a guess that is right. */
  const guesses = (): [collection: string, path: string, right: string][] => [
    ['articles', 'headline', secret.headline],
    ['articles', 'slip.stage', 'correcting'],
    ['articles', 'stage', 'correcting'],
    ['articles', 'rev', '10'],
    ['articles', 'held', 'false'],
    ['articles', 'title', '老街修缮'],
    ['articles', 'importRun', 'x'],
    ['articles', 'authors.user', 'x'],
    ['articles', 'authors.user.email', 'x'],
    ['articles', 'authors.user.roles', 'reporter'],
    ['articles', 'authors.articles.headline', '草稿'],
    ['articles', 'authors.articles.id', attacked.targets.draft],
    ['articles', 'authors.articles', attacked.targets.draft],
    ['articles', 'publication.profile', 'newsroom'],
    ['articles', 'placements.page.placements.article.headline', '草稿'],
    ['articles', 'placements.startLine', '11'],
    ['pages', 'placements.article.headline', '草稿'],
    ['pages', 'placements.article', attacked.targets.draft],
    ['pages', 'placements.order', '4'],
    ['pages', 'issue.pages.placements.article.headline', '草稿'],
    ['issues', 'pages.placements.article.headline', '草稿'],
    ['issues', 'pages.placements.order', '4'],
    ['authors', 'articles.headline', '草稿'],
    ['authors', 'articles.headline', secret.headline],
    ['authors', 'articles', attacked.targets.draft],
    ['authors', 'articles.id', attacked.targets.draft],
    ['authors', 'articles._status', 'draft'],
    ['authors', 'articles.placements.order', '4'],
    ['authors', 'user', 'x'],
    ['authors', 'user.email', 'x'],
    ['placements', 'article.headline', secret.headline],
    ['placements', 'article.slip.stage', 'correcting'],
    ['placements', 'page.placements.order', '4'],
    ['placements', 'page.placements.article.headline', '草稿'],
    ['placements', 'startLine', '11'],
    ['placements', 'transcript.text', 'x'],
    ['publications', 'profile', 'newsroom'],
  ]

  it('is nothing by guessing at what is hidden: a right guess is answered like a wrong one', async () => {
    const reader = attacked.attackers.anonymous
    const { db } = attacked.house.payload
    const [user] = (await db.find<Row>({ collection: 'users', where: {}, limit: 1, sort: 'createdAt' })).docs
    for (const [collection, path, given] of guesses()) {
      const right = given === 'x' ? (path.endsWith('email') ? String(user!.email) : user!.id) : given
      for (const [shape, query] of [
        ['plain', (value: string) => `where[${path}][equals]=${value}`],
        ['or', (value: string) => `where[or][0][${path}][equals]=${value}`],
        ['deep', (value: string) => `where[and][0][or][0][and][0][${path}][equals]=${value}`],
        ['in', (value: string) => `where[${path}][in]=${value}`],
        ['draft', (value: string) => `draft=true&where[${path}][equals]=${value}`],
        ['like', (value: string) => `where[${path}][like]=${value}`],
      ] as const) {
        for (const at of ['', '/count']) {
          const answers = await Promise.all(
            [right, '没有这样的值'].map((value) =>
              reader.get(`/api/${collection}${at}?${query(encodeURIComponent(value))}`),
            ),
          )
          const [yes, no] = answers.map(({ status, body }) => ({ status, total: body?.totalDocs }))
          expect(yes, `${collection}${at} ${path} ${shape}`).toEqual(no)
          expect(yes!.status, `${collection}${at} ${path} ${shape}`).toBeLessThan(500)
        }
      }
      const nested = await Promise.all(
        [right, '没有这样的值'].map((value) => {
          const [first, ...rest] = path.split('.')
          const where = { [first!]: { contains: { [rest.join('.') || 'id']: { equals: value } } } }
          return reader.get(`/api/${collection}?where=${encodeURIComponent(JSON.stringify(where))}`)
        }),
      )
      const [yes, no] = nested.map(({ status, body }) => ({ status, total: body?.totalDocs }))
      expect(yes, `${collection} ${path} contains`).toEqual(no)
    }
  })

  it('is nothing by filtering joins or sorting by what is hidden', async () => {
    const reader = attacked.attackers.anonymous
    for (const query of [
      'authors?joins[articles][count]=true&joins[articles][where][title][equals]=',
      'authors?joins[articles][count]=true&joins[articles][where][slip.stage][equals]=',
      'authors?joins[articles][count]=true&joins[articles][where][headline][equals]=',
      'pages?joins[placements][count]=true&joins[placements][where][article.headline][equals]=',
      'pages?joins[placements][count]=true&joins[placements][where][article.slip.stage][equals]=',
      'pages?joins[placements][count]=true&joins[placements][where][page.placements.article.headline][equals]=',
    ]) {
      for (const right of ['草稿', '老街修缮', secret.headline, 'correcting']) {
        // What the published row says may be asked for.
        if (right === '老街修缮' && /headline/.test(query)) continue
        const [yes, no] = await Promise.all(
          [right, '没有'].map((value) => reader.get(`/api/${query}${encodeURIComponent(value)}`)),
        )
        expect({ status: yes!.status, docs: yes!.body?.docs }, query).toEqual({
          status: no!.status,
          docs: no!.body?.docs,
        })
      }
    }
    for (const [collection, field] of [
      ...['title', 'slip', 'slip.stage', 'stage', 'rev', 'slip.rev', 'importedHash', 'importRun.title'].map(
        (name) => ['articles', name],
      ),
      ...[
        'authors.user.email',
        'placements.startLine',
        'placements.order',
        'publication.profile',
        'doubts',
      ].map((name) => ['articles', name]),
      ...['user', 'user.email', 'user.name', 'articles.headline', 'articles.title'].map((name) => [
        'authors',
        name,
      ]),
      ...['startLine', 'transcript', 'article.title', 'article.slip.stage', 'article.slip.rev'].map(
        (name) => ['placements', name],
      ),
      // What was withdrawn still stands on its page.
      ...['headline', 'kicker', 'deck', 'body', 'authors.name'].map((name) => [
        'placements',
        `article.${name}`,
      ]),
      ...['corrects.headline', 'corrects.deck'].map((name) => ['articles', name]),
      ['publications', 'profile'],
    ] as [string, string][]) {
      const order = async (sort: string) => {
        const { status, body } = await reader.get(`/api/${collection}?sort=${sort}&limit=500&depth=0`)
        expect(status, `${collection} by ${sort}`).toBeLessThan(500)
        return { status, ids: body?.docs?.map(({ id }: Row) => id) }
      }
      expect(await order(field), `${collection} by ${field}`).toEqual(await order(`-${field}`))
    }
  })
})
