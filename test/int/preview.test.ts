import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { signPreview } from '../../src/delivery/preview/previewToken.ts'
import { boot, type Booted } from '../boot.ts'
import { bringOut, makeReady, move, newsroom, printedPage, type Newsroom, type Page } from '../newsroom.ts'
import { apiClient, type Answer } from '../rest.ts'

let booted: Booted
let payload: Payload
let people: Newsroom
let page: Page
let other: Page
const reader = apiClient()

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  people = await newsroom(payload)
  page = await printedPage(payload)
  other = await printedPage(payload, '对岸晚报', 'far-bank')
})
afterAll(() => booted.stop())
afterEach(() => void vi.useRealTimers())

/** A new link, as staff get one, as a path below the API. */
async function link(collection: 'articles' | 'issues', id: string): Promise<string> {
  const { status, body } = await people.editor.post(`/api/${collection}/${id}/preview-link`, {})
  expect(status).toBe(200)
  return body.url.replace('/preview/', '/api/preview/')
}

async function headersOf(path: string): Promise<Headers> {
  const { handleEndpoints } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  return (await handleEndpoints({ config, request: new Request(`http://localhost${path}`) })).headers
}

describe('a link of preview', () => {
  it('shows anybody who has it the article as it is now, unpublished', async () => {
    const [article] = page.articles
    const path = await link('articles', article.id)
    const { status, body } = await reader.get(path)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      kind: 'article',
      ...{ publication: { slug: 'riverside' }, standing: 'unpublished' },
      article: { id: article.id, headline: '新桥通车', authors: [{ name: '林小满' }] },
    })
    const { rev } = (await people.editor.get(`/api/articles/${article.id}/transitions`)).body
    await people.editor.patch(`/api/articles/${article.id}`, { rev, headline: '新桥明日通车' })
    expect((await reader.get(path)).body.article.headline).toBe('新桥明日通车')
  })

  it('shows a whole issue, and of other documents no more than names', async () => {
    const { body } = await reader.get(await link('issues', page.issue.id))
    expect(body).toMatchObject({
      ...{ kind: 'issue', issue: { date: '2021-10-09' }, standing: 'unpublished' },
      pages: [
        {
          number: '1',
          articles: [{ article: { id: page.articles[0].id } }, { article: { headline: '老街修缮' } }],
        },
      ],
    })
    expect(JSON.stringify(body)).toContain('老街修缮的正文。')
    expect(JSON.stringify(body)).not.toContain(other.articles[0].id)
  })

  it('says nothing that is only for staff', async () => {
    for (const path of [await link('articles', page.articles[0].id), await link('issues', page.issue.id)]) {
      const text = JSON.stringify((await reader.get(path)).body)
      for (const secret of [
        'slip',
        'stage',
        'importRun',
        'doubts',
        'transcript',
        'importedHash',
        'trailHash',
        'email',
      ]) {
        expect(text).not.toContain(`"${secret}"`)
      }
    }
  })

  it('is kept by nobody and indexed by nobody', async () => {
    const headers = await headersOf(await link('articles', page.articles[0].id))
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
  })

  it('opens nothing after a day', async () => {
    const path = await link('articles', page.articles[0].id)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60 * 1000 - 5_000 })
    expect((await reader.get(path)).status).toBe(200)
    vi.setSystemTime(Date.now() + 10_000)
    const late = await reader.get(path)
    expect(late.status).toBe(410)
    expect(late.body.errors[0].message).toContain('过期')
  })

  it('opens nothing else: not another document, not another kind, not a later hour, not another secret', async () => {
    const [article, second] = page.articles
    const path = await link('articles', article.id)
    const token = path.split('/').at(-1)!
    const [letter, id, expires, signature] = token.split('.') as [string, string, string, string]
    const issueToken = (await link('issues', page.issue.id)).split('/').at(-1)!
    const forged = [
      [letter, second.id, expires, signature],
      [letter, other.articles[0].id, expires, signature],
      ['i', id, expires, signature],
      ['i', page.issue.id, expires, signature],
      ['a', ...issueToken.split('.').slice(1)],
      [letter, id, String(Number(expires) + 1), signature],
      [letter, id, expires, signature.slice(0, -1) + (signature.endsWith('A') ? 'B' : 'A')],
      [letter, id, expires],
      [letter, id, expires, ''],
    ].map((parts) => parts.join('.'))
    const target = { kind: 'article', id } as const
    forged.push(signPreview({ secret: 'x'.repeat(32), target, expires: Number(expires) }))
    for (const one of forged) {
      const answer: Answer = await reader.get(`/api/preview/${encodeURIComponent(one)}`)
      expect({ one, status: answer.status }).toEqual({ one, status: 404 })
      expect(JSON.stringify(answer.body)).not.toContain('通车')
    }
  })

  it('gives no access beyond itself: the same article and its pages stay closed to who has it', async () => {
    const [article] = page.articles
    const token = (await link('articles', article.id)).split('/').at(-1)!
    const headers: Record<string, string>[] = [
      { authorization: `JWT ${token}` },
      { authorization: `Bearer ${token}` },
      { cookie: `payload-token=${token}` },
    ]
    const { handleEndpoints } = await import('payload')
    const { default: config } = await import('../../payload.config.ts')
    for (const given of headers) {
      const request = new Request(`http://localhost/api/articles/${article.id}`, { headers: given })
      expect((await handleEndpoints({ config, request })).status).toBe(404)
    }
  })

  it('shows the pictures of what it opens, which nobody else sees yet, and no other', async () => {
    const { default: sharp } = await import('sharp')
    const { handleEndpoints } = await import('payload')
    const { default: config } = await import('../../payload.config.ts')
    const get = (path: string) => handleEndpoints({ config, request: new Request(`http://localhost${path}`) })
    const upload = async (name: string, background: string) => {
      const data = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer()
      const file = { name, data, mimetype: 'image/png', size: data.length }
      const { id } = await payload.create({
        ...{ collection: 'media', file },
        data: { alt: name, publication: page.publication.id } as never,
      })
      return { id, data }
    }
    const bridge = await upload('bridge one.png', '#884422')
    await upload('secret.png', '#224488')
    const [article] = page.articles
    const { rev } = (await people.editor.get(`/api/articles/${article.id}/transitions`)).body
    const pictures = [{ media: bridge.id, caption: '新桥' }]
    const saved = await people.editor.patch(`/api/articles/${article.id}`, { rev, pictures })
    expect(saved.status).toBe(200)

    for (const path of [await link('articles', article.id), await link('issues', page.issue.id)]) {
      const { body } = await reader.get(path)
      const [shown] = (body.article ?? body.pages[0].articles[0].article).pictures
      expect(shown).toMatchObject({ alt: 'bridge one.png', caption: '新桥' })
      const answer = await get(shown.url)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('image/png')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(Buffer.from(await answer.arrayBuffer()).equals(bridge.data)).toBe(true)
      for (const name of ['secret.png', '..%2F..%2Fbroadsheet.db', 'nothing.png']) {
        expect({ name, status: (await get(`${path}/pictures/${name}`)).status }).toEqual({
          name,
          status: 404,
        })
      }
    }
    const withoutIt = await link('articles', page.articles[1].id)
    expect((await get(`${withoutIt}/pictures/bridge%20one.png`)).status).toBe(404)
    expect((await get('/api/media/file/bridge%20one.png')).status).toBeGreaterThanOrEqual(403)
  })

  it('is made for staff who may read the document, and for nobody else', async () => {
    const path = `/api/articles/${page.articles[0].id}/preview-link`
    expect((await reader.post(path, {})).status).toBe(401)
    const { signedIn } = await import('../newsroom.ts')
    const elsewhere = await signedIn(payload, {
      roles: ['editor'],
      publications: [other.publication.id],
      name: 'elsewhere',
    })
    expect((await apiClient(elsewhere.token).post(path, {})).status).toBe(404)
  })

  it('shows the correction under way, while readers go on reading what was published', async () => {
    const [article] = other.articles
    await makeReady(people, article.id)
    await bringOut(people, other.issue.id)
    const { id } = article
    const standing = async () => [
      (await reader.get(await link('articles', id))).body.standing,
      (await reader.get(await link('issues', other.issue.id))).body.standing,
    ]
    expect(await standing()).toEqual(['published', 'published'])
    const { rev, hash } = (await people.chief.get(`/api/articles/${id}/transitions`)).body
    await people.chief.post(`/api/articles/${id}/transitions/correct`, {
      rev,
      hash,
      kind: 'typo',
      reason: '核对原稿',
    })
    const now = (await people.editor.get(`/api/articles/${id}/transitions`)).body
    await people.editor.patch(`/api/articles/${id}`, { rev: now.rev, headline: '新桥今晨通车' })
    expect((await reader.get(await link('articles', id))).body.article.headline).toBe('新桥今晨通车')
    expect((await reader.get(`/api/articles/${id}`)).body.headline).toBe('新桥通车')
    expect(await standing()).toEqual(['correction', 'correction'])
  })

  it('shows no more of what is withdrawn than its notice, whenever the link was made, until it is on its way back', async () => {
    const { id } = other.articles[0]
    const [ofArticle, ofIssue] = [await link('articles', id), await link('issues', other.issue.id)]
    for (const path of [ofArticle, ofIssue]) {
      expect(JSON.stringify((await reader.get(path)).body)).toContain('新桥今晨通车')
    }
    const notice = '本文来源不实，已撤下。'
    await move(people.chief, { id, name: 'withdraw', input: { reason: '来源不实', notice } })
    const confirmed = { reason: '同意', notice, confirm: true }
    await move(people.sectionHead, { id, name: 'withdraw', input: confirmed })
    for (const path of [ofArticle, await link('articles', id)]) {
      const { status, body } = await reader.get(path)
      expect({ status, notice: body.errors?.[0].data.notice }).toEqual({ status: 410, notice })
      expect(JSON.stringify(body)).not.toContain('通车')
    }
    for (const path of [ofIssue, await link('issues', other.issue.id)]) {
      const { status, body } = await reader.get(path)
      expect(status).toBe(200)
      expect(body.pages[0].articles).toMatchObject([{ article: null, notice }])
      expect(JSON.stringify(body)).not.toContain('通车')
    }
    await move(people.chief, { id, name: 'reinstate', input: { kind: 'correction', reason: '来源已核实' } })
    const back = (await reader.get(ofArticle)).body
    expect([back.article.headline, back.standing]).toEqual(['新桥今晨通车', 'withdrawn'])
  })

  it('opens nothing of a text that was given up, whenever the link was made, until it is taken up again', async () => {
    const { id } = page.articles[1]
    const path = await link('articles', id)
    expect((await reader.get(path)).status).toBe(200)
    await move(people.sectionHead, { id, name: 'spike', input: { reason: '事实不清' } })
    for (const one of [path, await link('articles', id)]) {
      const { status, body } = await reader.get(one)
      expect(status).toBe(404)
      expect(JSON.stringify(body)).not.toContain('修缮')
    }
    await move(people.sectionHead, { id, name: 'unspike', input: { reason: '已核实' } })
    expect((await reader.get(path)).body.article.headline).toBe('老街修缮')
  })
})
