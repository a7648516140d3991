import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { attackedHouse, snapshot, type AttackedHouse, type Row } from './attackedHouse.ts'

// Everybody tries everything: thousands of requests.
vi.setConfig({ testTimeout: 180_000 })

describe('doors beside the articles', () => {
  let attacked: AttackedHouse
  beforeAll(async () => {
    attacked = await attackedHouse()
  })
  afterAll(() => attacked.stop())

  const rows = async (collection: string) =>
    (
      await attacked.house.payload.db.find<Row>({
        collection,
        where: {},
        limit: 0,
        pagination: false,
        joins: false,
      })
    ).docs
  const userId = async (who: string) => (await rows('users')).find(({ name }) => name === who)!.id
  /** Without when a row was last written: who may edit a public author may also save one as it is. */
  const unstamped = (answers: unknown) =>
    JSON.parse(JSON.stringify(answers), (key, value) => (key === 'updatedAt' ? undefined : value))

  it('nobody makes a row public, or writes the head of a trail', async () => {
    const before = await snapshot(attacked)
    const { publication, issue, page, author } = attacked.printed
    const forged = {
      public: true,
      trailSeq: 9,
      trailHash: 'x',
      importRun: 'forgedforged',
      id: 'forgedforged',
    }
    const data: Record<string, (n: number) => object> = {
      issues: (n) => ({
        publication: publication.id,
        date: `2030-01-${String(n).padStart(2, '0')}`,
        edition: 'main',
      }),
      pages: (n) => ({ issue: issue.id, number: `${n + 20}` }),
      authors: (n) => ({ publication: publication.id, name: `新作者${n}` }),
      placements: () => ({ article: attacked.targets.review, page: page.id, order: 9 }),
    }
    const ids = {
      issues: issue.id,
      pages: page.id,
      authors: author.id,
      placements: attacked.printed.placements[0].id,
    }
    const known = new Set((await Promise.all(Object.keys(data).map(rows))).flat().map(({ id }) => id))
    let n = 0
    for (const [who, client] of Object.entries(attacked.attackers)) {
      for (const [collection, of] of Object.entries(data)) {
        n += 1
        const path = `/api/${collection}`
        const answers = [
          await client.post(path, { ...of(n), ...forged }),
          await client.patch(`${path}/${ids[collection as keyof typeof ids]}`, { ...forged, public: false }),
          await client.patch(`${path}?where[id][exists]=true`, { public: true, trailSeq: 9 }),
        ]
        for (const { status, body } of answers)
          expect(status, `${who} ${JSON.stringify(body)}`).toBeLessThan(500)
      }
    }
    for (const collection of Object.keys(data)) {
      for (const row of await rows(collection)) {
        expect(row.id).not.toBe('forgedforged')
        if (known.has(row.id)) continue
        expect(row.public ?? false, `${collection} ${row.id}`).toBe(false)
        expect([row.trailSeq ?? 0, row.trailHash ?? null, row.importRun ?? null]).toEqual([0, null, null])
      }
    }
    const after = await snapshot(attacked)
    expect(unstamped(after.readers)).toEqual(unstamped(before.readers))
    expect(after.kept.shown.filter(({ id }) => known.has(id))).toEqual(
      before.kept.shown.filter(({ id }) => known.has(id)),
    )
  })

  it('nobody deletes what readers see, or what it stands on', async () => {
    const before = await snapshot(attacked)
    const { publication, issue, page, author, placements } = attacked.printed
    for (const [who, client] of Object.entries(attacked.attackers)) {
      for (const path of [
        `publications/${publication.id}`,
        `issues/${issue.id}`,
        `pages/${page.id}`,
        `authors/${author.id}`,
        `placements/${placements[0].id}`,
        `authors?where[public][equals]=true`,
        `placements?where[public][equals]=true`,
        `issues?where[public][equals]=true`,
      ]) {
        const { status, body } = await client.delete(`/api/${path}`)
        expect(status, `${who} ${path} ${JSON.stringify(body)}`).toBeLessThan(500)
      }
    }
    expect(await snapshot(attacked)).toEqual(before)
  })

  it('nobody gives themselves roles or publications; only administrators give them to others', async () => {
    const before = await snapshot(attacked)
    for (const who of Object.keys(attacked.attackers) as (keyof AttackedHouse['attackers'])[]) {
      if (who === 'anonymous') continue
      const client = attacked.attackers[who]
      const id = await userId(who === 'roleless' || who === 'outsider' ? who : `${who}-x`)
      const grants = { roles: ['admin', 'chief', 'editor'], publications: [attacked.other.publication.id] }
      for (const answer of [
        await client.patch(`/api/users/${id}`, grants),
        await client.patch(`/api/users/${id}`, { roles: ['chief'] }),
        await client.patch(`/api/users/${id}`, { publications: [] }),
        await client.patch(`/api/users/${id}`, { publications: [attacked.printed.publication.id] }),
        await client.patch(`/api/users?where[id][equals]=${id}`, grants),
        await client.patch(`/api/users/${id}`, { trailSeq: 0, trailHash: null }),
        await client.graphql(`mutation { updateUser(id: "${id}", data: { roles: [chief] }) { id } }`),
      ])
        expect(answer.status, `${who} ${JSON.stringify(answer.body)}`).toBeLessThan(500)
      if (who === 'admin') continue
      const others = await client.patch('/api/users?where[id][exists]=true', { roles: ['chief'] })
      expect(others.status, who).toBeLessThan(500)
      const account = {
        email: `${who}-made@example.org`,
        password: 'a long enough one',
        name: 'x',
        roles: ['chief'],
      }
      expect((await client.post('/api/users', account)).status, who).toBeGreaterThanOrEqual(400)
      expect((await client.post('/api/users/first-register', account)).status, who).toBeGreaterThanOrEqual(
        400,
      )
      expect((await client.delete(`/api/users/${id}`)).status, who).toBeGreaterThanOrEqual(400)
    }
    expect(
      (
        await attacked.attackers.anonymous.post('/api/users/first-register', {
          email: 'a@example.org',
          password: 'x',
        })
      ).status,
    ).toBeGreaterThanOrEqual(400)
    expect(await snapshot(attacked)).toEqual(before)
  })

  it('a user without a role is nobody: sees and writes what an anonymous client does', async () => {
    const { roleless, anonymous } = attacked.attackers
    const before = await snapshot(attacked)
    for (const path of [
      'articles',
      'issues',
      'placements',
      'authors',
      'review-slips',
      'texts',
      'transcripts',
      'articles/versions',
    ]) {
      const [theirs, nobodys] = [
        await roleless.get(`/api/${path}?depth=2`),
        await anonymous.get(`/api/${path}?depth=2`),
      ]
      expect(theirs, path).toEqual(nobodys)
    }
    for (const id of Object.values(attacked.targets)) {
      expect(
        (await roleless.patch(`/api/articles/${id}`, { headline: 'x', rev: 1 })).status,
      ).toBeGreaterThanOrEqual(400)
      expect((await roleless.post(`/api/articles/${id}/transitions/submit`, { rev: 1 })).status).toBe(401)
    }
    expect(await snapshot(attacked)).toEqual(before)
  })

  it('who works for another paper reads and moves nothing here', async () => {
    const { outsider } = attacked.attackers
    const before = await snapshot(attacked)
    for (const id of Object.values(attacked.targets)) {
      expect((await outsider.get(`/api/articles/${id}?draft=true`)).status).toBe(404)
      expect((await outsider.get(`/api/articles/${id}/slip`)).status).toBe(404)
      expect((await outsider.get(`/api/articles/${id}/transitions`)).status).toBe(404)
      for (const name of ['submit', 'pass', 'spike', 'correct', 'hold'])
        expect(
          (await outsider.post(`/api/articles/${id}/transitions/${name}`, { rev: 1, reason: 'x' })).status,
        ).toBe(404)
    }
    const { body } = await outsider.get(`/api/articles/versions?limit=0&depth=0`)
    const own = new Set(attacked.other.articles.map(({ id }) => id))
    expect(body.docs.every(({ parent }: Row) => own.has(String(parent)))).toBe(true)
    for (const collection of ['review-slips', 'review-records', 'workflow-events', 'texts']) {
      const { docs } = (await outsider.get(`/api/${collection}?limit=0&depth=0`)).body
      for (const row of docs) expect(own.has(String(row.article ?? row.subject)), collection).toBe(true)
    }
    expect(await snapshot(attacked)).toEqual(before)
  })
})
