import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { HttpRequest } from '../../http.ts'
import { bodyOf } from '../../newsroom.ts'
import { attackedHouse, snapshot, type AttackedHouse, type Row } from './attackedHouse.ts'

/** What a door is tried on: an article, the revision its slip is at, and one of its versions. */
interface Target {
  id: string
  rev: number
  version: string
  others: { slip: string; publication: string; run: string }
}

/** `refused`: nobody gets through. `harmless`: whoever may edit may get through, as a draft. */
interface Door {
  name: string
  expect: 'refused' | 'harmless'
  request: (target: Target) => HttpRequest
  /** Articles it is tried on, if not the usual ones. */
  on?: readonly Stage[]
}

type Stage = keyof AttackedHouse['targets']

const everywhere = ['live', 'correcting', 'ready', 'review', 'draft'] as const
const standard = { refused: ['live', 'draft'], harmless: ['live', 'draft'] } as const

const patch =
  (query: string, data: (target: Target) => object, headers?: Record<string, string>) =>
  ({ id, ...rest }: Target): HttpRequest => ({
    ...{ method: 'PATCH', path: `/api/articles/${id}${query}`, data: data({ id, ...rest }) },
    ...(headers ? { headers } : {}),
  })
const forged = ({ rev }: Target) => ({
  headline: '伪造',
  body: bodyOf('伪造的正文。'),
  _status: 'published',
  rev,
})
const restore =
  (query: string, ifMatch?: (target: Target) => string) =>
  (target: Target): HttpRequest => ({
    ...{ method: 'POST', path: `/api/articles/versions/${target.version}${query}`, data: {} },
    ...(ifMatch ? { headers: { 'if-match': ifMatch(target) } } : {}),
  })
const where = ({ id }: Target) => `where[id][equals]=${id}`

const doors: Door[] = [
  {
    name: 'fields that the workflow and the importer own',
    expect: 'harmless',
    on: everywhere,
    request: patch('', ({ rev, others }) => ({
      ...{ slip: others.slip, stage: 'published', held: false, title: '伪造', doubts: [], rev },
      ...{ importedHash: 'x', importRun: others.run, id: 'forgedforged', publication: others.publication },
      ...{
        public: true,
        live: true,
        approvedHash: 'x',
        publicHash: 'x',
        publishedAt: '2000-01-01T00:00:00Z',
        printedOn: '2000-01-01T12:00:00Z',
      },
      ...{
        createdAt: '2000-01-01T00:00:00.000Z',
        updatedAt: '2000-01-01T00:00:00.000Z',
        deletedAt: '2000-01-01',
      },
      ...{ _status: 'published', version: {}, parent: 'forgedforged', latest: true, autosave: true },
    })),
  },
  { name: '_status published', expect: 'harmless', on: everywhere, request: patch('', forged) },
  { name: '_status published, ?draft=false', expect: 'harmless', request: patch('?draft=false', forged) },
  { name: '_status published, ?draft=true', expect: 'harmless', request: patch('?draft=true', forged) },
  {
    name: 'unpublishing by _status draft',
    expect: 'harmless',
    request: patch('?draft=false', ({ rev }) => ({ _status: 'draft', rev })),
  },
  {
    name: 'no _status at all',
    expect: 'harmless',
    request: patch('', ({ rev }) => ({ headline: '伪造', rev })),
  },
  { name: '?autosave', expect: 'harmless', request: patch('?autosave=true&draft=true', forged) },
  { name: '?autosave without draft', expect: 'harmless', request: patch('?autosave=true', forged) },
  { name: '?overrideLock', expect: 'harmless', request: patch('?overrideLock=true', forged) },
  { name: '?overrideAccess', expect: 'harmless', request: patch('?overrideAccess=true', forged) },
  { name: '?locale=all', expect: 'harmless', request: patch('?locale=all&fallback-locale=none', forged) },
  { name: '?locale=zh', expect: 'harmless', request: patch('?locale=zh', forged) },
  { name: '?trash', expect: 'harmless', request: patch('?trash=true', forged) },
  {
    name: 'If-Match in place of rev',
    expect: 'harmless',
    request: (target) => ({
      ...patch('', forged)({ ...target }),
      ...{ data: { headline: '伪造', _status: 'published' }, headers: { 'if-match': `"${target.rev}"` } },
    }),
  },
  {
    name: 'a form in place of JSON',
    expect: 'refused',
    request: ({ id, rev }) => ({
      ...{ method: 'PATCH', path: `/api/articles/${id}` },
      data: `_status=published&headline=x&rev=${rev}`,
    }),
  },
  { name: 'no rev', expect: 'refused', request: patch('', () => ({ headline: '伪造' })) },
  {
    name: 'a rev that is no number',
    expect: 'refused',
    request: patch('', () => ({ headline: '伪造', rev: 'x' })),
  },
  {
    name: 'an old rev, and the present one in the other place',
    expect: 'refused',
    request: (target) => ({
      ...patch('', forged)({ ...target, rev: target.rev - 1 }),
      headers: { 'if-match': `"${target.rev}"` },
    }),
  },
  { name: '?publishSpecificLocale', expect: 'refused', request: patch('?publishSpecificLocale=zh', forged) },
  { name: '?publishAllLocales', expect: 'refused', request: patch('?publishAllLocales=true', forged) },
  { name: '?unpublishAllLocales', expect: 'refused', request: patch('?unpublishAllLocales=true', forged) },
  {
    name: 'bulk update',
    expect: 'refused',
    request: (target) => ({ method: 'PATCH', path: `/api/articles?${where(target)}`, data: forged(target) }),
  },
  {
    name: 'bulk update as a draft, with If-Match',
    expect: 'refused',
    request: (target) => ({
      ...{ method: 'PATCH', path: `/api/articles?draft=true&${where(target)}`, data: forged(target) },
      headers: { 'if-match': String(target.rev) },
    }),
  },
  {
    name: 'bulk publishing of locales',
    expect: 'refused',
    request: (target) => ({
      ...{ method: 'PATCH', path: `/api/articles?publishAllLocales=true&${where(target)}` },
      data: forged(target),
    }),
  },
  { name: 'restore', expect: 'refused', request: restore('') },
  {
    name: 'restore with ?draft=false',
    expect: 'refused',
    request: restore('?draft=false', ({ rev }) => `${rev}`),
  },
  { name: 'restore as a draft without If-Match', expect: 'refused', request: restore('?draft=true') },
  {
    name: 'restore as a draft on an old revision',
    expect: 'refused',
    request: restore('?draft=true', ({ rev }) => `"${rev - 1}"`),
  },
  {
    name: 'restore as a draft',
    expect: 'harmless',
    on: everywhere,
    request: restore('?draft=true', ({ rev }) => `"${rev}"`),
  },
  {
    name: 'duplicate',
    expect: 'refused',
    request: ({ id }) => ({ method: 'POST', path: `/api/articles/${id}/duplicate`, data: {} }),
  },
  {
    name: 'duplicate as published',
    expect: 'refused',
    request: ({ id }) => ({
      ...{
        method: 'POST',
        path: `/api/articles/${id}/duplicate?draft=false`,
        data: { _status: 'published' },
      },
    }),
  },
  {
    name: 'delete',
    expect: 'refused',
    request: ({ id }) => ({ method: 'DELETE', path: `/api/articles/${id}` }),
  },
  {
    name: 'delete for ever',
    expect: 'refused',
    request: ({ id }) => ({ method: 'DELETE', path: `/api/articles/${id}?trash=true&overrideLock=true` }),
  },
  {
    name: 'bulk delete',
    expect: 'refused',
    request: (target) => ({ method: 'DELETE', path: `/api/articles?${where(target)}` }),
  },
  ...['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'].flatMap((header): Door[] =>
    ['PATCH', 'DELETE', 'PUT'].map((method) => ({
      name: `${header}: ${method}`,
      expect: 'refused',
      request: (target) => ({
        ...{ method: 'POST', path: `/api/articles/${target.id}`, data: forged(target) },
        headers: { [header]: method },
      }),
    })),
  ),
  ...[
    'publish',
    'save',
    'create',
    'import',
    'takeBack',
    '__proto__',
    'constructor',
    'toString',
    'republish',
  ].map((name): Door => ({
    name: `the move ${name}`,
    expect: 'refused',
    request: ({ id, rev }) => ({
      ...{ method: 'POST', path: `/api/articles/${id}/transitions/${name}` },
      data: { rev, bySystem: true, confirm: true, to: 'published', facts: {}, reason: 'x', actor: {} },
    }),
  })),
]

describe('every door to an article, as everybody, over HTTP', () => {
  let attacked: AttackedHouse
  beforeAll(async () => {
    attacked = await attackedHouse()
  })
  afterAll(() => attacked.stop())

  async function targetOf(id: string): Promise<Target> {
    const { db } = attacked.house.payload
    const slip = (await db.findOne<Row>({ collection: 'review-slips', where: { article: { equals: id } } }))!
    const { docs } = await db.findVersions<Row>({
      ...{ collection: 'articles', where: { parent: { equals: id } }, limit: 1, sort: 'createdAt' },
    })
    const strange = (await db.findOne<Row>({
      ...{ collection: 'review-slips', where: { article: { not_equals: id } } },
    }))!
    const publication = attacked.other.publication.id
    const others = { slip: strange.id, publication, run: 'forgedforged' }
    return { id, rev: Number(slip.rev), version: String(docs[0]!.id), others }
  }

  for (const door of doors) {
    it(`${door.name}: ${door.expect}`, async () => {
      const before = await snapshot(attacked)
      const through: string[] = []
      for (const [who, client] of Object.entries(attacked.attackers)) {
        for (const stage of door.on ?? standard[door.expect]) {
          const id = attacked.targets[stage]
          const answer = await client.send(door.request(await targetOf(id)))
          expect(answer.status, `${who} on ${stage}: ${JSON.stringify(answer.body)}`).toBeLessThan(500)
          if (answer.status < 400) through.push(`${who} on ${stage}`)
        }
      }
      if (door.expect === 'refused') expect(through).toEqual([])
      // Who may edit where: only they come through, and only as a draft.
      else expect(through.filter((one) => !/^(editor on (review|correcting|draft))$/.test(one))).toEqual([])
      expect(await snapshot(attacked)).toEqual(before)
    }, 180_000)
  }

  it('keeps what the workflow and the importer own as it was, whoever saves', async () => {
    const { attackers, house, targets, printed } = attacked
    const id = targets.draft
    const read = async () => (await attackers.editor.get(`/api/articles/${id}?draft=true&depth=0`)).body
    const before = await read()
    const answer = await attackers.editor.send(doors[0]!.request(await targetOf(id)))
    expect(answer.status).toBe(200)
    expect(await read()).toEqual({ ...before, rev: before.rev + 1, updatedAt: expect.any(String) })
    expect((await read()).publication).toBe(printed.publication.id)
    const forgedId = { collection: 'articles' as const, where: { id: { equals: 'forgedforged' } } }
    expect(await house.payload.db.findOne(forgedId)).toBeNull()
    const drafts = { collection: 'articles' as const, where: { parent: { equals: id } } }
    const { docs } = await house.payload.db.findVersions<Row>({ ...drafts, limit: 0, pagination: false })
    for (const { version } of docs) expect((version as Row)._status).toBe('draft')
  })

  it('makes a draft of whatever is created, by those who may write', async () => {
    const { attackers, house, printed, served } = attacked
    const before = await snapshot(attacked)
    const made: string[] = []
    const queries = [
      '',
      '?draft=false',
      '?autosave=true',
      '?publishSpecificLocale=zh',
      '?publishAllLocales=true',
    ]
    for (const [who, client] of Object.entries(attackers)) {
      for (const query of queries) {
        const answer = await client.post(`/api/articles${query}`, {
          ...{ publication: printed.publication.id, headline: `${who}造`, body: bodyOf('正文。') },
          ...{ _status: 'published', id: 'forgedforged', slip: before.kept.slips[0]!.id, stage: 'ready' },
          ...{
            title: '伪',
            doubts: [{ code: 'x' }],
            importedHash: 'x',
            importRun: 'forgedforged',
            public: true,
          },
          ...{ createdAt: '2000-01-01T00:00:00.000Z', rev: 9, live: true, publishedAt: '2000-01-01' },
        })
        expect(answer.status, `${who} ${query} ${JSON.stringify(answer.body)}`).toBeLessThan(500)
        if (answer.status >= 400) continue
        made.push(`${who}${query}`)
        const { id } = answer.body.doc
        expect(id).not.toBe('forgedforged')
        const row = (await house.payload.db.findOne<Row>({
          collection: 'articles',
          where: { id: { equals: id } },
        }))!
        expect(row).toMatchObject({ _status: 'draft', headline: `${who}造` })
        expect(row.slip).not.toBe(before.kept.slips[0]!.id)
        expect([row.importRun ?? null, row.importedHash ?? null, row.doubts ?? null]).toEqual([
          null,
          null,
          null,
        ])
        expect(String(row.createdAt)).not.toContain('2000-')
        const slip = (await house.payload.db.findOne<Row>({
          ...{ collection: 'review-slips', where: { article: { equals: id } } },
        }))!
        expect(slip).toMatchObject({ stage: 'draft', live: false, rev: 1 })
        expect((await served.client().get(`/api/articles/${id}`)).status).toBe(404)
      }
    }
    const writers = ['reporter', 'editor', 'sectionHead', 'chief']
    expect(made.sort()).toEqual(
      writers.flatMap((who) => queries.slice(0, 3).map((query) => `${who}${query}`)).sort(),
    )
    const after = await snapshot(attacked)
    expect(after.readers).toEqual(before.readers)
    expect(after.kept.public).toEqual(before.kept.public)
  })

  it('publishes an issue for nobody before it is signed, and signs it for nobody before it is green', async () => {
    const before = await snapshot(attacked)
    const { issue } = attacked.next
    for (const [who, client] of Object.entries(attacked.attackers))
      for (const name of ['sign', 'schedule', 'publish', 'drop', 'withdraw']) {
        const { rev, hash } = (await client.get(`/api/issues/${issue}/transitions`)).body
        const given = {
          rev,
          hash,
          confirm: true,
          reason: 'x',
          notice: 'x',
          publishAt: '2031-01-01T00:00:00Z',
        }
        const answer = await client.post(`/api/issues/${issue}/transitions/${name}`, given)
        expect([401, 403, 404, 409], `${who} ${name} ${answer.status}`).toContain(answer.status)
      }
    expect(await snapshot(attacked)).toEqual(before)
  })
})
