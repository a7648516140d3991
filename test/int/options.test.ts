import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectionConfig } from 'payload'

import { revisionWatch } from '../../src/delivery/raiseRevision.ts'
import { bootWith, type OtherApp } from '../bootWith.ts'
import { bodyOf } from '../newsroom.ts'
import { weeklyPaper } from '../../docs/recipes/ownNames.ts'
import type { BroadsheetOptions, TransitionEvent } from '../../src/index.ts'

/** Users with roles and a name of the app's own, media, and an app's page that has nothing to do with newspapers. */
const collections: CollectionConfig[] = [
  {
    slug: 'staff',
    auth: true,
    fields: [
      { name: 'name', type: 'text' },
      { name: 'roles', type: 'select', hasMany: true, options: ['writer', 'desk', 'boss', 'guest'] },
    ],
  },
  { slug: 'dossiers', access: { read: () => true }, fields: [{ name: 'title', type: 'text' }] },
  { slug: 'memos', fields: [{ name: 'title', type: 'text' }] },
  { slug: 'files', upload: { staticDir: '/nowhere', mimeTypes: ['image/png'] }, fields: [] },
  {
    slug: 'pages',
    versions: true,
    access: { read: () => true },
    fields: [
      { name: 'title', type: 'text', required: true },
      { name: 'story', type: 'relationship', relationTo: 'articles' },
      { name: 'about', type: 'relationship', relationTo: ['articles', 'staff'] },
      {
        name: 'layout',
        type: 'blocks',
        blocks: [
          {
            slug: 'teaser',
            fields: [
              { name: 'line', type: 'text' },
              { name: 'teased', type: 'relationship', relationTo: 'articles' },
            ],
          },
        ],
      },
    ],
  },
]

const moves: Omit<TransitionEvent, 'req'>[] = []

const options: BroadsheetOptions = {
  slugs: { users: 'staff', media: 'files', pages: 'newspaper-pages' },
  labels: { articles: { singular: 'Story', plural: 'Stories' } },
  groups: { newspaper: 'The Daily', archive: 'Cellar' },
  ...weeklyPaper,
  fields: {
    articles: ({ defaultFields }) => [
      ...defaultFields,
      { name: 'slugline', type: 'text' },
      { type: 'row', fields: [{ name: 'dossier', type: 'relationship', relationTo: 'dossiers' }] },
    ],
    users: ({ defaultFields }) => [...defaultFields, { name: 'desk', type: 'text' }],
  },
  onTransition: async ({ req, ...event }) => {
    moves.push(event)
    await req.payload.create({ collection: 'pages', data: { title: `${event.transition} ${event.to}` }, req })
    if (event.transition === 'hold') throw new Error('The house holds nothing.')
  },
}

let app: OtherApp
const tokens: Record<string, string> = {}
let article: string

beforeAll(async () => {
  app = await bootWith({ options, collections })
  for (const [name, roles] of [
    ['boss', undefined],
    ['writer', ['writer']],
    ['desk', ['desk']],
    ['guest', ['guest']],
  ] as const) {
    const email = `${name}@example.org`
    const data = { email, password: 'correct horse', name, ...(roles ? { roles } : {}) }
    await app.payload.create({ collection: 'staff', data })
    const login = await app.payload.login({ collection: 'staff', data: { email, password: 'correct horse' } })
    tokens[name] = login.token!
  }
})

afterAll(() => app.stop())

const post = (who: string, path: string, data: object) =>
  app.ask({ method: 'POST', path, data, token: tokens[who]! })
const get = (who: string | null, path: string) => app.ask({ path, ...(who ? { token: tokens[who]! } : {}) })

async function move(who: string, name: string, input: object = {}) {
  const { rev, hash } = (await get(who, `/api/articles/${article}/transitions`)).body
  return post(who, `/api/articles/${article}/transitions/${name}`, { rev, hash, ...input })
}

describe('options in an app of one’s own', () => {
  it('gives the first user the app’s name for administrators', async () => {
    const { docs } = await app.payload.find({ collection: 'staff', where: { name: { equals: 'boss' } } })
    expect((docs[0] as any).roles).toEqual(['boss'])
  })

  it('names and groups collections as asked', () => {
    const { config } = app.payload.collections.articles!
    expect(config.labels).toEqual({ singular: 'Story', plural: 'Stories' })
    expect(config.admin.group).toBe('The Daily')
    expect(app.payload.collections.transcripts!.config.admin.group).toBe('Cellar')
  })

  it('lets people work by the app’s own roles, and keeps extra fields', async () => {
    const publication = await post('boss', '/api/publications', {
      ...{ name: '河畔周报', slug: 'weekly', profile: 'weekly' },
    })
    expect(publication.status).toBe(201)
    expect((await post('guest', '/api/articles', { headline: 'x' })).status).toBe(403)
    const made = await post('writer', '/api/articles', {
      publication: publication.body.doc.id,
      ...{ headline: '新桥通车', body: bodyOf('正文。'), slugline: 'bridge' },
      dateline: { agency: '本报讯' },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    article = made.body.doc.id
    expect(made.body.doc.slugline).toBe('bridge')
  })

  it('walks the own profile: its one review belongs to the holder it names and leads to ready', async () => {
    expect((await move('writer', 'submit')).body.stage).toBe('review1')
    const refused = await move('desk', 'signOff')
    expect(refused.status).toBe(403)
    const signed = await move('boss', 'signOff')
    expect(signed.body, JSON.stringify(signed.body)).toMatchObject({ stage: 'ready' })
  })

  it('told of each move within its transaction: throwing takes it back, with what the hook wrote', async () => {
    expect(moves.map(({ transition, from, to }) => [transition, from, to])).toEqual([
      ['submit', 'draft', 'review1'],
      ['signOff', 'review1', 'ready'],
    ])
    expect(moves[0]).toMatchObject({ article, actor: expect.any(String), at: expect.stringMatching(/Z$/) })
    const before = (await app.payload.count({ collection: 'pages' })).totalDocs
    expect(before).toBe(2)
    expect((await move('desk', 'hold', { reason: '等等' })).status).toBe(500)
    expect((await get('desk', `/api/articles/${article}?draft=true`)).body).toMatchObject({ held: false })
    expect((await app.payload.count({ collection: 'pages' })).totalDocs).toBe(before)
  })

  it('lets nobody give themselves or others roles through the app’s own field', async () => {
    const idOf = async (name: string) =>
      (await app.payload.find({ collection: 'staff', where: { name: { equals: name } } })).docs[0]!.id
    const give = async (who: string, whom: string) =>
      (
        await app.ask({
          ...{ method: 'PATCH', path: `/api/staff/${await idOf(whom)}`, token: tokens[who]! },
          data: { roles: ['boss'] },
        })
      ).status
    expect(await give('guest', 'guest')).toBe(403)
    expect(await give('desk', 'desk')).toBe(403)
    expect(await give('desk', 'guest')).toBe(403)
    const renamed = { method: 'PATCH', path: `/api/staff/${await idOf('guest')}`, token: tokens.guest! }
    expect((await app.ask({ ...renamed, data: { name: 'guest' } })).status).toBe(200)
  })

  it('leaves the app’s own collection and its versions to the app', async () => {
    const made = await post('guest', '/api/pages', { title: '关于我们' })
    expect(made.status).toBe(201)
    expect((await get(null, `/api/pages/${made.body.doc.id}`)).body.title).toBe('关于我们')
    const versions = await get('guest', `/api/pages/versions?where[parent][equals]=${made.body.doc.id}`)
    expect(versions.body.totalDocs, JSON.stringify(versions.body)).toBe(1)
  })

  it('lets nobody learn of unpublished text along relations of the app’s own', async () => {
    const data = {
      title: '导读',
      story: article,
      layout: [{ blockType: 'teaser', line: '看这里', teased: article }],
    }
    expect((await post('desk', '/api/pages', data)).status).toBe(201)
    const found = async (where: string) => {
      const { status, body } = await get(null, `/api/pages?${where}`)
      return status === 200 ? body.totalDocs : status
    }
    expect(await found('where[title][equals]=导读')).toBe(1)
    expect(await found('where[layout.line][equals]=看这里')).toBe(1)
    for (const where of [
      'where[story.slip.stage][equals]=ready',
      'where[story.stage][equals]=ready',
      'where[layout.teased.slip.stage][equals]=ready',
      'where[layout.teaser.teased.slip.stage][equals]=ready',
      'where[about.value.slip.stage][equals]=ready',
      'where[about.slip.stage][equals]=ready',
      'sort=story.slip.stage',
      'sort=layout.teased.title',
    ])
      expect(await found(where), where).toBe(400)
    const [page] = (await get(null, '/api/pages?where[title][equals]=导读&depth=2')).body.docs
    expect(JSON.stringify(page)).not.toContain('新桥通车')
  })

  it('drops what is kept for readers when a row of the app’s own changes that an article may show, and for no other', async () => {
    const watch = revisionWatch(app.payload)
    /** By how many states of what readers see the work was noticed. */
    const noticed = async (work: () => Promise<unknown>): Promise<number> => {
      await watch.check()
      const { generation } = watch
      await work()
      await watch.check()
      return watch.generation - generation
    }
    const { payload } = app
    const dossier = await payload.create({ collection: 'dossiers', data: { title: '新桥' } })
    const memo = await payload.create({ collection: 'memos', data: { title: '排班' } })
    const rename = (collection: string, { id }: { id: string | number }) =>
      noticed(() => payload.update({ collection, id, data: { title: '改名' } }))
    expect(await rename('dossiers', dossier)).toBe(1)
    expect(await rename('memos', memo)).toBe(0)
    expect(await noticed(() => payload.delete({ collection: 'dossiers', id: dossier.id }))).toBe(1)
  })

  it('refuses what can only be seen once the app’s collections are known, with the option and the fix', async () => {
    const start = (other: BroadsheetOptions) => bootWith({ options: { ...options, ...other }, collections })
    await expect(start({ slugs: { users: 'nobody', media: 'files', pages: 'np' } })).rejects.toThrow(
      /slugs\.users is "nobody".*no such collection/,
    )
    const { roles: _roles, ...withoutRoles } = options
    await expect(bootWith({ options: withoutRoles, collections })).rejects.toThrow(
      /roles is undefined.*stands for/,
    )
    await expect(start({ delivery: { alsoShown: ['topics'] } })).rejects.toThrow(
      /delivery\.alsoShown is "topics".*no such collection/,
    )
    await expect(
      start({ fields: { issues: ({ defaultFields }) => defaultFields.slice(1) } }),
    ).rejects.toThrow(/fields\.issues.*leaves out id/)
  })

  it('switched off keeps schema and rows, closes the newspaper and lets the app go on', async () => {
    const { dataDir } = app
    const schema = await schemaOf(app)
    await app.stop({ keep: true })
    app = await bootWith({ options: { ...options, enabled: false }, collections, dataDir })
    expect(await schemaOf(app)).toEqual(schema)
    expect((await app.payload.count({ collection: 'articles' })).totalDocs).toBe(1)
    const login = await app.payload.login({
      ...{ collection: 'staff', data: { email: 'boss@example.org', password: 'correct horse' } },
    })
    const asked = (path: string) => app.ask({ path, token: login.token! })
    expect((await asked('/api/articles')).status).toBe(501)
    expect((await asked(`/api/articles/${article}/transitions`)).status).toBe(501)
    expect((await app.ask({ path: '/api/pages' })).body.totalDocs).toBeGreaterThan(0)
    await expect(
      app.payload.find({ collection: 'articles', overrideAccess: false, user: login.user }),
    ).rejects.toThrow()
  })
})

/** Tables and indexes as SQLite keeps them; of MongoDB the names of collections. */
async function schemaOf({ payload }: OtherApp): Promise<unknown[]> {
  const db = payload.db as unknown as {
    drizzle?: { $client: { execute(sql: string): Promise<{ rows: { sql: string | null }[] }> } }
    collections: Record<string, unknown>
  }
  if (!db.drizzle) return Object.keys(db.collections).sort()
  const { rows } = await db.drizzle.$client.execute('SELECT sql FROM sqlite_master ORDER BY name')
  return rows.map(({ sql }) => sql)
}
