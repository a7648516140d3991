import { chromium, type Browser } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bodyOf, bringOut, layOut, type Newsroom } from '../newsroom.ts'
import { install, must, pack, run, start, workFolder } from './app.ts'

const work = workFolder()
const app = path.join(work, 'app')
const secret = randomBytes(32).toString('hex')
const samples = path.resolve(import.meta.dirname, '../../samples')

/** The app's environment, on SQLite unless another database is named. */
const environment = (DATABASE_URL = `file:${path.join(app, 'app.db')}`): NodeJS.ProcessEnv => {
  const { MONGODB_URI: _uri, BROADSHEET_TEST_DB: _db, BROADSHEET_DATA_DIR: _dir, ...env } = process.env
  return {
    ...env,
    ...{ NODE_ENV: 'production', NODE_OPTIONS: '--conditions=production', NEXT_TELEMETRY_DISABLED: '1' },
    ...{ DATABASE_URL, PAYLOAD_SECRET: secret, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
  }
}
const payload = (args: string[], env = environment()) =>
  run(process.execPath, [path.join(app, 'node_modules/payload/bin.js'), ...args], { cwd: app, env })

let packed: Awaited<ReturnType<typeof pack>>
let site: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  mkdirSync(work, { recursive: true })
  packed = await pack(work)
  await install(app, packed.tarball)
  // Judged by what they leave behind: on Node 20 such a command may end early with code 0.
  await payload(['generate:importmap'])
  expect(readFileSync(path.join(app, 'src/app/(payload)/admin/importMap.js'), 'utf8')).toContain(
    'payload-plugin-broadsheet/client',
  )
  await payload(['migrate:create', 'initial'])
  expect(readdirSync(path.join(app, 'src/migrations'))).toContain('index.ts')
  await payload(['migrate'])
  const next = path.join(app, 'node_modules/next/dist/bin/next')
  await must(process.execPath, [next, 'build'], { cwd: app, env: environment() })
  site = await start(app, environment())
}, 900_000)

afterAll(async () => {
  await site?.stop()
  rmSync(work, { recursive: true, force: true })
})

interface Asked {
  method?: string
  token?: string | undefined
  data?: unknown
  form?: FormData
}

async function ask(address: string, { method = 'GET', token, data, form }: Asked = {}) {
  const response = await fetch(`${site.origin}${address}`, {
    method,
    headers: {
      ...(data === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
    ...(form ? { body: form } : data === undefined ? {} : { body: JSON.stringify(data) }),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}

const tokens: Record<string, string> = {}
const password = 'correct horse battery staple'
const email = (name: string) => `${name}@example.org`

describe('the packed plugin in a blank Payload app', { timeout: 120_000 }, () => {
  it('is a real install: the files that npm unpacked, not a link into the repository', () => {
    const installed = path.join(app, 'node_modules/payload-plugin-broadsheet')
    expect(existsSync(path.join(installed, 'index.js'))).toBe(true)
    expect(existsSync(path.join(installed, 'src'))).toBe(false)
    for (const missing of ['vitest', 'express', '@playwright/test'])
      expect(existsSync(path.join(app, 'node_modules', missing)), missing).toBe(false)
  })

  it('imports through Payload’s own command line, again without a change, and says what is wrong', async () => {
    const argv = ['broadsheet:import', samples, '--create-publication']
    const first = await payload(argv)
    expect(first.code, first.err).toBe(0)
    expect(first.out).toMatch(/4 pages/)
    const again = await payload(argv)
    expect(again.code, again.err).toBe(0)
    expect(again.out).toContain('everything was imported before')
    const wrong = await payload(['broadsheet:import', '--nope'])
    expect([wrong.code, wrong.out]).toEqual([2, ''])
  })

  it('makes the first user an administrator, who gives the others their roles', async () => {
    const first = await ask('/api/users/first-register', {
      ...{ method: 'POST', data: { email: email('admin'), password, name: 'Administrator' } },
    })
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    expect(first.body.user.roles).toEqual(['admin'])
    tokens.admin = first.body.token
    for (const role of ['reporter', 'editor', 'chief', 'sectionHead', 'pageEditor', 'issueManager']) {
      const made = await ask('/api/users', {
        ...{ method: 'POST', token: tokens.admin },
        data: { email: email(role), password, name: role, roles: [role] },
      })
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      const login = await ask('/api/users/login', {
        ...{ method: 'POST', data: { email: email(role), password } },
      })
      tokens[role] = login.body.token
    }
  })

  it('gives roles from the command line where nobody could', async () => {
    const given = await payload(['broadsheet:grant', email('reporter'), 'reporter', 'proofreader'])
    expect([given.code, given.out]).toEqual([0, `${email('reporter')}: reporter, proofreader\n`])
    expect((await payload(['broadsheet:grant', email('reporter'), 'king'])).code).toBe(2)
    expect((await payload(['broadsheet:grant', email('nobody'), 'editor'])).code).toBe(1)
  })

  it('keeps the workflow at the door of plain Next routes', async () => {
    const { body } = await ask('/api/publications', { token: tokens.chief })
    const publication = body.docs[0].id
    const simple = await ask(`/api/publications/${publication}`, {
      ...{ method: 'PATCH', token: tokens.chief, data: { profile: 'simple' } },
    })
    expect(simple.status, JSON.stringify(simple.body)).toBe(200)
    const made = await ask('/api/articles', {
      ...{ method: 'POST', token: tokens.reporter },
      data: {
        publication,
        ...{ headline: '新桥通车', body: bodyOf('正文。'), dateline: { agency: '本报讯' } },
      },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const article = `/api/articles/${made.body.doc.id}`

    const forced = await ask(article, {
      ...{ method: 'PATCH', token: tokens.reporter, data: { _status: 'published', rev: made.body.doc.rev } },
    })
    expect(forced.body.doc._status).toBe('draft')
    for (const query of ['', '?draft=true'])
      expect((await ask(`/api/articles${query}`)).body.totalDocs).toBe(0)
    expect((await ask(`${article}?draft=true`)).status).toBe(404)
    expect(
      (await ask(article, { method: 'PATCH', token: tokens.editor, data: { headline: '桥' } })).status,
      'a save that names no revision',
    ).toBe(428)

    const move = async (who: string, name: string) => {
      const { rev, hash } = (await ask(`${article}/transitions`, { token: tokens[who] })).body
      return ask(`${article}/transitions/${name}`, {
        ...{ method: 'POST', token: tokens[who], data: { rev, hash } },
      })
    }
    expect((await move('reporter', 'submit')).body.stage).toBe('review1')
    const byWriter = await move('reporter', 'signOff')
    expect(byWriter.status).toBe(403)
    expect(byWriter.body.errors[0].data.blockers.length).toBeGreaterThan(0)
    expect((await move('editor', 'signOff')).body.stage).toBe('ready')
    expect((await ask(article)).status, 'ready is not public').toBe(404)
  })

  it('leaves the app’s own pages, versions and files alone', async () => {
    const form = new FormData()
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    form.set('file', new File([Buffer.from(pixel, 'base64')], 'pixel.png', { type: 'image/png' }))
    form.set('_payload', JSON.stringify({ alt: 'A pixel' }))
    const picture = await ask('/api/media', { method: 'POST', token: tokens.editor, form })
    expect(picture.status, JSON.stringify(picture.body)).toBe(201)
    const hero = picture.body.doc.id
    expect(typeof hero).toBe('number')
    const made = await ask('/api/pages', {
      ...{ method: 'POST', token: tokens.editor, data: { title: 'About us', hero, _status: 'published' } },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id } = made.body.doc
    expect((await ask(`/api/pages/${id}`)).body.hero.alt).toBe('A pixel')
    expect((await fetch(`${site.origin}${picture.body.doc.url}`)).status).toBe(200)
    const versions = await ask(`/api/pages/versions?where[parent][equals]=${id}`, { token: tokens.editor })
    expect(versions.body.totalDocs).toBe(1)
    expect((await ask('/')).body).toContain('About us')
    // The newspaper's own pages stand beside them, under the slug that the options gave.
    expect((await ask('/api/newspaper-pages', { token: tokens.editor })).body.totalDocs).toBe(4)
  })

  it('answers GraphQL with both, and anonymous clients with what is published', async () => {
    const query = '{ Pages { totalDocs } NewspaperPages { totalDocs } Articles { totalDocs } }'
    const { body } = await ask('/api/graphql', { method: 'POST', data: { query } })
    expect(body.data).toEqual({
      Pages: { totalDocs: 1 },
      NewspaperPages: { totalDocs: 0 },
      Articles: { totalDocs: 0 },
    })
  })

  it('brings out an issue, and answers readers from plain Next: lists, contents, search, feeds and health', async () => {
    const asked = (role: string, method: string) => (address: string, data?: unknown) =>
      // The newspaper's pages have another slug here.
      ask(address.replace('/api/pages/', '/api/newspaper-pages/'), { method, token: tokens[role], data })
    const people = Object.fromEntries(
      Object.keys(tokens).map((role) => [role, { get: asked(role, 'GET'), post: asked(role, 'POST') }]),
    ) as unknown as Newsroom
    const [article] = (
      await ask('/api/articles?draft=true&where[headline][equals]=新桥通车', { token: tokens.chief })
    ).body.docs
    const { publication } = article
    const made = async (address: string, role: string, data: object) => {
      const answer = await ask(address, { method: 'POST', token: tokens[role], data })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      return answer.body.doc.id as string
    }
    const issue = await made('/api/issues', 'issueManager', {
      ...{ publication: publication.id, date: '2024-10-25', edition: 'main' },
    })
    await layOut(people.pageEditor, issue, { op: 'addPage', number: '1', name: '要闻' })
    const [page] = (await people.pageEditor.get(`/api/issues/${issue}/board`)).body.pages
    await layOut(people.pageEditor, issue, { op: 'place', article: article.id, page: page.id })
    await bringOut(people, issue)

    expect((await ask('/api/articles')).body.docs.map(({ id }: { id: string }) => id)).toEqual([article.id])
    const contents = await ask(`/api/publications/${publication.slug}/issues/latest`)
    expect(contents.body.issue.date).toBe('2024-10-25')
    expect(JSON.stringify(contents.body)).toContain('新桥通车')
    const year = await ask(`/api/publications/${publication.slug}/calendar/2024`)
    expect(JSON.stringify(year.body)).toContain('2024-10-25')
    expect((await ask(`/api/search?q=${encodeURIComponent('新桥')}`)).body.total.count).toBe(1)
    expect((await ask(`/api/feeds/${publication.slug}/atom.xml`)).body).toContain('新桥通车')
    expect(await ask('/api/healthz')).toEqual({ status: 200, body: { database: 'ok' } })
    expect(await ask('/api/readyz')).toEqual({ status: 200, body: { ready: true } })
  })

  describe('in a browser', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: process.env.BROADSHEET_CHROMIUM || '/usr/bin/chromium',
      })
    })
    afterAll(() => browser?.close())

    it('shows the newspaper’s collections and views in the admin, with their styles', async () => {
      const page = await browser.newPage({ locale: 'en-US' })
      const failures: string[] = []
      page.on('pageerror', (error) => failures.push(error.message))
      await page.goto(`${site.origin}/admin/login`)
      await page.locator('input[name="email"]').fill(email('editor'))
      await page.locator('input[name="password"]').fill(password)
      await page.getByRole('button', { name: 'Login' }).click()
      await page.waitForURL(`${site.origin}/admin`)
      await page.locator('.dashboard').waitFor()
      const dashboard = await page.locator('.dashboard').innerText()
      for (const name of ['Publications', 'Issues', 'Articles', 'Authors', 'Pages', 'Files', 'Users'])
        expect(dashboard).toContain(name)

      await page.goto(`${site.origin}/admin/collections/articles`)
      const queues = page.locator('.broadsheet-queues')
      await queues.waitFor()
      expect(await queues.evaluate((element) => getComputedStyle(element).display)).toBe('flex')

      await page.getByRole('link', { name: '新桥通车' }).first().click()
      await page.locator('.broadsheet-bar').first().waitFor()
      await page.locator('.broadsheet-slip').waitFor()
      expect(failures).toEqual([])
      await page.close()
    })
  })

  it('audits the trail of it all through Payload’s command line', async () => {
    const audit = await payload(['broadsheet:audit', '--json'])
    expect(audit.code, audit.err + audit.out).toBe(0)
    expect(JSON.parse(audit.out).whole).toBe(true)
  })

  it.skipIf(!process.env.MONGODB_URI)('runs on MongoDB as it was built, and imports there', async () => {
    const url = new URL(process.env.MONGODB_URI!)
    url.pathname = `/broadsheet_blank_${randomBytes(6).toString('hex')}`
    const env = environment(url.toString())
    const imported = await payload(['broadsheet:import', samples, '--create-publication'], env)
    expect(imported.code, imported.err).toBe(0)
    await site.stop()
    site = await start(app, env)
    const first = await ask('/api/users/first-register', {
      ...{ method: 'POST', data: { email: email('admin'), password, name: 'Administrator' } },
    })
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    const { body } = await ask('/api/newspaper-pages', { token: first.body.token })
    expect(body.totalDocs).toBe(4)
    expect((await ask('/api/articles?draft=true')).body.totalDocs).toBe(0)
    const { default: mongoose } = await import('mongoose')
    const connection = await mongoose.createConnection(url.toString()).asPromise()
    await connection.dropDatabase()
    await connection.close()
  })
})
