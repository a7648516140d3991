import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { restoreBackup, writeBackup, type BackupProblem } from '../../src/exports/backup.ts'
import { auditTrail } from '../../src/workflow/audit.ts'
import { optionsOf } from '../../src/options.ts'
import { importInto } from '../importing.ts'
import { bodyOf, bringOut, makeReady, newsroom, printedPage, type Page } from '../newsroom.ts'
import { openHouse, prepareHouse, type DatabaseName, type House } from '../otherHouse.ts'

const onMongo = process.env.BROADSHEET_TEST_DB === 'mongodb'
/** From and to; where there is a MongoDB, between the two as well: growing is SQLite to MongoDB. */
const ways: [DatabaseName, DatabaseName][] = onMongo
  ? [
      ['sqlite', 'mongodb'],
      ['mongodb', 'sqlite'],
    ]
  : [['sqlite', 'sqlite']]

interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs `npm run backup` or `restore` as its user does, in a process of its own. */
function command(name: 'backup' | 'restore', argv: string[], env: Record<string, string>): Promise<Ran> {
  const program = ['--conditions=production', '--import', 'tsx', `scripts/${name}.ts`, ...argv]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, { env: { ...process.env, ...env, LANG: 'en_US.UTF-8' } })
    const ran: Ran = { code: null, out: '', err: '' }
    child.stdout.on('data', (text) => (ran.out += text))
    child.stderr.on('data', (text) => (ran.err += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...ran, code }))
  })
}

describe.each(ways)('a backup from %s restored into %s', (from, to) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-backup-'))
  const file = path.join(folder, 'house.backup')
  let house: House
  let page: Page
  let published: Record<string, unknown>

  beforeAll(async () => {
    house = await openHouse(from)
    page = await printedPage(house.payload)
    await withPicture(house.payload, page)
    const people = await newsroom(house.payload, house.client)
    await makeReady(people, page.articles[0].id)
    await bringOut(people, page.issue.id)
    published = await publicAnswers(house, page)
  }, 300_000)

  afterAll(async () => {
    await house.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is taken while an import and editors write, and keeps them neither waiting nor half', async () => {
    let written = 0
    let going = true
    const editors = (async () => {
      while (going) {
        await house.payload.create({
          collection: 'articles',
          draft: true,
          data: {
            publication: page.publication.id,
            headline: `边写边备 ${written}`,
            body: bodyOf('正文'),
          } as never,
        })
        written += 1
        // SQLite answers without a turn of the event loop, which what the command says needs.
        await new Promise(setImmediate)
      }
    })()
    const imported = importInto(house.payload, {
      ...{ sources: ['samples'], createPublication: true },
    })
    const ran = await command('backup', [file], house.env)
    going = false
    await Promise.all([editors, imported])
    expect(ran.code, ran.err).toBe(0)
    expect(ran.out).toMatch(/house\.backup: \d+ rows and 3 files\./)
    expect(written).toBeGreaterThan(0)
    expect(statSync(file).mode & 0o077, 'others may not read it').toBe(0)
    expect(readdirSync(folder)).toEqual(['house.backup'])
  })

  it('is not written over a file that is there', async () => {
    const before = readFileSync(file)
    await expect(writeBackup(house.payload, { file })).rejects.toMatchObject({ problem: 'fileExists' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is refused damaged, cut off, foreign or newer, with nothing written', async () => {
    const empty = await openHouse(to)
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    const lines = text.split('\n')
    const changed = lines.map((line) =>
      line.includes('新桥通车') ? line.replace('新桥通车', '旧桥通车') : line,
    )
    const outside = lines.map((line) =>
      line.startsWith('{"kind":"file"') ? line.replace(/"name":"[^"]+"/, '"name":"../../outside"') : line,
    )
    const header = JSON.parse(lines[0]!)
    const bad: [string, Buffer | string, BackupProblem][] = [
      [
        'cut off in the middle',
        readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2)),
        'cutOff',
      ],
      ['without its last line', gzipSync(`${lines.slice(0, -2).join('\n')}\n`), 'cutOff'],
      ['with a changed headline', gzipSync(changed.join('\n')), 'damaged'],
      ['with a file that leads elsewhere', gzipSync(outside.join('\n')), 'damaged'],
      ['no backup at all', 'Hello', 'notABackup'],
      ['some other gzip', gzipSync('{"a":1}\n'), 'notABackup'],
      ['of the future', gzipSync(`${JSON.stringify({ ...header, format: 99 })}\n`), 'newerFormat'],
      [
        'of another house',
        gzipSync(`${JSON.stringify({ ...header, collections: [{ slug: 'recipes', idKind: 'text' }] })}\n`),
        'unknownCollections',
      ],
    ]
    const place = path.join(folder, 'bad.backup')
    try {
      for (const [name, content, problem] of bad) {
        writeFileSync(place, content)
        const refused = restoreBackup(empty.payload, { file: place })
        await expect(refused, name).rejects.toMatchObject({ problem })
      }
      await expect(
        restoreBackup(empty.payload, { file: path.join(folder, 'nowhere') }),
      ).rejects.toMatchObject({
        problem: 'notFound',
      })
      expect((await empty.payload.count({ collection: 'articles' })).totalDocs).toBe(0)
      expect((await empty.payload.count({ collection: 'users' })).totalDocs).toBe(0)
      writeFileSync(place, 'Hello')
      const ran = await command('restore', [place], empty.env)
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.err).toMatch(/^This is no backup of Broadsheet\. Nothing was written\.$/m)
    } finally {
      await empty.stop()
    }
  })

  it('gives back the house: what readers get, every draft, the trail, the files, the passwords', async () => {
    const prepared = prepareHouse(to)
    const ran = await command('restore', [file], prepared.env)
    expect(ran.code, ran.err).toBe(0)
    expect(ran.out).toMatch(/rows and 3 files, read back and compared/)
    const other = await openHouse(to, prepared)
    try {
      expect(await publicAnswers(other, page)).toEqual(published)
      const { finding, counts } = await auditTrail({
        slugs: optionsOf(other.payload).slugs,
        payload: other.payload,
      })
      expect(finding).toBeNull()
      expect(counts.published).toBe(1)

      const draft = await other.payload.findByID({
        collection: 'articles',
        id: page.articles[1].id,
        draft: true,
      })
      expect(draft).toMatchObject({ headline: '老街修缮', stage: 'draft' })
      const [a, b] = await Promise.all(
        [house, other].map((one) => versionsOf(one.payload, page.articles[0].id)),
      )
      expect(b).toEqual(a)
      expect(a!.length).toBeGreaterThan(2)

      const [picture] = (await other.payload.find({ collection: 'media' })).docs as any[]
      for (const name of [picture.filename, picture.sizes.thumbnail.filename])
        expect(
          readFileSync(path.join(other.dataDir, 'media', name)).equals(
            readFileSync(path.join(house.dataDir, 'media', name)),
          ),
        ).toBe(true)
      expect(readdirSync(path.join(other.dataDir, 'media')).filter((name) => name.startsWith('.'))).toEqual(
        [],
      )

      const [user] = (await other.payload.find({ collection: 'users', where: { name: { equals: 'chief' } } }))
        .docs
      const { token } = await other.payload.login({
        ...{ collection: 'users', data: { email: user!.email!, password: 'correct horse battery staple' } },
      })
      expect(token).toBeTruthy()

      await expect(restoreBackup(other.payload, { file })).rejects.toMatchObject({ problem: 'notEmpty' })
      expect(await publicAnswers(other, page)).toEqual(published)
      const replaced = await restoreBackup(other.payload, { file, replace: true })
      expect(replaced.files).toBe(3)
      expect(await publicAnswers(other, page)).toEqual(published)
    } finally {
      await other.stop()
    }
  })
})

/** A picture in three sizes in the first article. */
async function withPicture(payload: Payload, { articles: [article], publication }: Page): Promise<void> {
  const { default: sharp } = await import('sharp')
  const data = await sharp({ create: { width: 1400, height: 900, channels: 3, background: '#884422' } })
    .png()
    .toBuffer()
  const media = await payload.create({
    collection: 'media',
    data: { alt: '桥', publication: publication.id } as never,
    file: { name: 'bridge.png', data, mimetype: 'image/png', size: data.length },
  })
  const editor = await payload.create({
    collection: 'users',
    data: {
      email: 'picture@example.org',
      password: 'x'.repeat(20),
      name: '图片',
      roles: ['editor'],
    } as never,
  })
  const { rev } = (await payload.findByID({ collection: 'articles', id: article.id, draft: true })) as any
  await payload.update({
    ...{ collection: 'articles', id: article.id, draft: true, user: { ...editor, collection: 'users' } },
    data: { rev, pictures: [{ media: media.id, caption: '新桥' }] } as never,
  })
}

/** What a reader gets of the page, by every kind of address. */
async function publicAnswers({ client }: House, page: Page): Promise<Record<string, unknown>> {
  const addresses = [
    '/api/articles?depth=2&sort=id',
    '/api/articles?where[_status][equals]=published&depth=0',
    `/api/articles/${page.articles[0].id}?depth=2`,
    `/api/articles/${page.articles[1].id}`,
    `/api/issues/${page.issue.id}?depth=2`,
    '/api/pages?sort=id',
    '/api/placements?sort=id&depth=1',
    '/api/authors?sort=id',
    '/api/media?sort=id',
    '/api/publications?where[slug][equals]=riverside',
    '/api/search?q=新桥',
    '/api/review-slips',
    '/api/users',
  ]
  const answers = await Promise.all(
    addresses.map(async (address) => {
      const { status, body } = await client().get(encodeURI(address))
      return [address, { status, body: withoutRowIds(body) }] as const
    }),
  )
  return Object.fromEntries(answers)
}

/**
 * Rows of lists have ids that the database gives them anew, and nobody refers to them; and where SQLite says null, MongoDB
 * says nothing of what it was never told; where SQLite says of a list that it is empty, likewise.
 */
function withoutRowIds(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => {
      if (inner === null || (key === 'photoCredits' && inner.length === 0)) return undefined
      return key === 'pictures' ? inner.map(({ id: _, ...row }: any) => row) : inner
    }),
  )
}

async function versionsOf(payload: Payload, article: string): Promise<unknown[]> {
  const { docs } = await payload.findVersions({
    collection: 'articles',
    where: { parent: { equals: article } },
    sort: 'updatedAt',
    depth: 0,
    pagination: false,
  })
  return docs
    .map(({ version, latest, createdAt, updatedAt }: any) => ({
      ...{
        latest: latest === true,
        createdAt,
        updatedAt,
        status: version._status,
        headline: version.headline,
      },
      body: version.body,
    }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}
