import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { publishHouse } from '../../bench/publishedHouse.ts'
import { newId } from '../../src/database/newId.ts'
import { boot, type Booted } from '../boot.ts'
import {
  bodyOf,
  bringOut,
  makeReady,
  move,
  newsroom,
  printedPage,
  type Newsroom,
  type Page,
} from '../newsroom.ts'
import { all, readXml } from '../xml.ts'

const schemaFile = path.resolve('../shared/standards/ninjs-schema_3.1.json')
const hasSchema = existsSync(schemaFile)
if (!hasSchema) console.warn('The ninjs schema is not there (../shared/standards): ninjs is not validated.')

function ninjsErrors(document: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  // We write no coordinates: were there any, they would have to be checked.
  ajv.addSchema({ not: {} }, 'https://geojson.org/schema/GeoJSON.json')
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  return validate(document) ? null : validate.errors
}

/** Without the schema nothing is checked, and the line above says so. */
function validateNinjs(document: object): void {
  if (!hasSchema) return
  expect(ninjsErrors(document)).toBeNull()
  // The schema does notice what is wrong.
  expect(ninjsErrors({ ...document, pubStatus: 'gone' })).not.toBeNull()
  expect(ninjsErrors({ ...document, unheardOf: 1 })).not.toBeNull()
}

describe('feeds and standards, as a program fetches them', () => {
  let house: Booted
  let printed: Page
  let desk: Newsroom

  const get = async (address: string) => {
    const { default: config } = await import('../../payload.config.ts')
    const response = await handleEndpoints({ config, request: new Request(`http://paper.example${address}`) })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    }
  }
  const json = async (address: string) => JSON.parse((await get(address)).text)
  const feeds = () => [
    ...['rss.xml', 'atom.xml', 'feed.json'].flatMap((format) => [
      `/api/feeds/riverside/${format}`,
      `/api/feeds/riverside/pages/${encodeURIComponent('要闻')}/${format}`,
      `/api/feeds/riverside/authors/${printed.author.id}/${format}`,
    ]),
  ]
  const month = (of: string) => `/api/feeds/sitemap/months/riverside-${of}.xml`
  const locations = async (path: string) => {
    const { status, type, text } = await get(path)
    expect([status, type], path).toEqual([200, 'application/xml; charset=utf-8'])
    return all(readXml(text), 'loc').map(({ text: location }) => location)
  }
  const documents = (id: string) => [`/api/articles/${id}/ninjs`, `/api/articles/${id}/jsonld`]
  const address = (id: string) => `http://paper.example/riverside/2021-10-09/a/${id}`
  const write = async (id: string, data: object) => {
    const { rev } = (await desk.editor2.get(`/api/articles/${id}?draft=true`)).body
    const { status, body } = await desk.editor2.patch(`/api/articles/${id}`, { rev, ...data })
    expect(status, JSON.stringify(body)).toBe(200)
  }

  beforeAll(async () => {
    house = await boot()
    printed = await printedPage(house.payload)
    desk = await newsroom(house.payload)
    await write(printed.articles[0].id, {
      ...{ kicker: '重点工程', deck: '两岸 <十分钟>', bylineRaw: '本报记者 林小满', column: '街谈' },
      dateline: { agency: '本报讯', place: '河畔' },
      body: bodyOf('新桥今天通车 & 免费。', '桥长三百米。'),
    })
  })
  afterAll(() => house.stop())

  it('tell nothing of what is not published', async () => {
    await makeReady(desk, printed.articles[0].id)
    for (const feed of feeds()) {
      const { text } = await get(feed)
      for (const secret of ['新桥', '老街', ...printed.articles.map(({ id }) => id)])
        expect(text, feed).not.toContain(secret)
    }
    const [ofPublication, , ofAuthor] = await Promise.all(feeds().map(get))
    expect([ofPublication!.status, ofAuthor!.status]).toEqual([200, 404])
    for (const { id } of printed.articles) {
      for (const document of documents(id)) expect((await get(document)).status, document).toBe(404)
    }
    expect((await get(`/api/issues/${printed.issue.id}/ninjs`)).status).toBe(404)
    for (const sitemap of ['/api/feeds/news-sitemap.xml', '/api/feeds/sitemap.xml'])
      expect((await get(sitemap)).text).not.toContain('riverside')
    expect((await get(month('2021-10'))).status).toBe(404)
  })

  it('list it for search engines: its months, in each the issue, its pages and what is published of its articles', async () => {
    await bringOut(desk, printed.issue.id)
    const issue = 'http://paper.example/riverside/2021-10-09'
    expect(await locations('/api/feeds/sitemap.xml')).toEqual([
      'http://paper.example/sitemap-riverside-2021-10.xml',
    ])
    const listed = [issue, `${issue}/1`, address(printed.articles[0].id)]
    expect(await locations(month('2021-10'))).toEqual(listed)
    const times = all(readXml((await get(month('2021-10'))).text), 'lastmod').map(({ text }) =>
      Date.parse(text),
    )
    expect(times).toHaveLength(3)
    for (const time of times) expect(time).toBeLessThanOrEqual(Date.now())
    for (const other of ['2021-09', '2021-11', '2021-13', '2021', '2021-10-09']) {
      const { status, text } = await get(month(other))
      expect([status, JSON.parse(text).errors[0].data.code], other).toEqual([404, 'sitemapNotFound'])
    }
  })

  it('tell of an issue once it is published: RSS, Atom and JSON Feed of publication, page name and author', async () => {
    const [article, draft] = printed.articles
    const types = { rss: 'application/rss+xml', atom: 'application/atom+xml', feed: 'application/feed+json' }
    for (const feed of feeds()) {
      const { status, type, text } = await get(feed)
      const format = feed.split('/').at(-1)!.split('.')[0] as keyof typeof types
      expect([status, type]).toEqual([200, `${types[format]}; charset=utf-8`])
      const ids = {
        rss: () => all(readXml(text), 'guid').map((guid) => guid.text),
        atom: () => all(readXml(text), 'entry').map((entry) => all(entry, 'id')[0]!.text),
        feed: () => JSON.parse(text).items.map(({ id }: { id: string }) => id),
      }[format]()
      expect(ids, feed).toEqual([address(article.id)])
      expect(text).not.toContain(draft.id)
    }
    const rss = readXml((await get(feeds()[0]!)).text)
    expect(all(rss, 'content:encoded')[0]!.text).toBe(
      '<p>重点工程</p><p><strong>两岸 &lt;十分钟&gt;</strong></p><p><em>本报记者 林小满</em></p>' +
        '<p><em>本报讯 河畔</em></p><p>新桥今天通车 &amp; 免费。</p><p>桥长三百米。</p>',
    )
    expect(all(rss, 'dc:creator')[0]!.text).toBe('林小满')
    expect(all(rss, 'category').map(({ text }) => text)).toEqual(['要闻', '街谈'])
    expect(all(rss, 'atom:link')[0]!.attributes.href).toBe('http://paper.example/feeds/riverside/rss.xml')
    const ofAuthor = readXml((await get(feeds()[2]!)).text)
    expect(all(ofAuthor, 'title')[0]!.text).toBe('河畔日报 · 林小满')
  })

  it('answer what is not there with a sentence that says what there is', async () => {
    for (const [feed, code] of [
      ['/api/feeds/riverside/rss', 'feedFormat'],
      ['/api/feeds/riverside/constructor', 'feedFormat'],
      ['/api/feeds/hillside/rss.xml', 'feedNotFound'],
      ['/api/feeds/riverside/authors/nobody/rss.xml', 'feedNotFound'],
      [`/api/feeds/riverside/pages/${encodeURIComponent('副刊')}/rss.xml`, 'feedNotFound'],
      ['/api/feeds/riverside/pages/1/feed.json', 'feedNotFound'],
      ['/api/articles/nothing/ninjs', 'articleNotPublished'],
      ['/api/issues/nothing/ninjs', 'issueNotPublished'],
    ]) {
      const { status, text } = await get(feed!)
      expect([status, JSON.parse(text).errors[0].data.code], feed).toEqual([404, code])
    }
  })

  it('are valid ninjs 3.1 of an article and of its issue', async () => {
    const [{ id }] = printed.articles
    const article = await json(`/api/articles/${id}/ninjs`)
    validateNinjs(article)
    expect(article).toMatchObject({
      ...{ uri: `http://paper.example/api/articles/${id}`, version: '1', pubStatus: 'usable', type: 'text' },
      headlines: [
        { role: 'kicker', value: '重点工程' },
        { role: 'main', value: '新桥通车' },
        { role: 'subtitle', value: '两岸 <十分钟>' },
      ],
      bodies: [{ contentType: 'text/html', value: '<p>新桥今天通车 &amp; 免费。</p><p>桥长三百米。</p>' }],
      people: [{ name: '林小满', rel: 'author' }],
      renditions: [{ name: 'web', href: address(id) }],
    })
    expect(article).not.toHaveProperty('edNote')
    const issue = await json(`/api/issues/${printed.issue.id}/ninjs`)
    validateNinjs(issue)
    // Printed in 2021, and brought in from an archive a moment ago.
    const firstCreated = '2021-10-09T00:00:00.000Z'
    expect(article).toMatchObject({ firstCreated })
    expect(issue).toMatchObject({ type: 'composite', pubStatus: 'usable', firstCreated })
    expect(issue.associations[0]).toMatchObject({ firstCreated })
    expect(issue.versionCreated > firstCreated).toBe(true)
    expect(issue.associations.map(({ uri }: { uri: string }) => uri)).toEqual([article.uri])
    expect(JSON.stringify(issue)).not.toContain(printed.articles[1].id)
  })

  it('are JSON-LD with page, issue and newspaper', async () => {
    const [{ id }] = printed.articles
    const { type, text } = await get(`/api/articles/${id}/jsonld`)
    expect(type).toBe('application/ld+json; charset=utf-8')
    expect(JSON.parse(text)).toMatchObject({
      ...{ '@type': 'NewsArticle', url: address(id), headline: '新桥通车', printPage: '1' },
      isPartOf: { '@type': 'PublicationIssue', datePublished: '2021-10-09', isPartOf: { name: '河畔日报' } },
    })
  })

  it('list two days of news in the sitemap, and nothing older: neither news nor papers', async () => {
    const [{ id }] = printed.articles
    const listed = async () =>
      all(readXml((await get('/api/feeds/news-sitemap.xml')).text), 'loc').map(({ text }) => text)
    // The issue is of 2021, though it was published a moment ago.
    expect(await listed()).toEqual([])
    const today = new Date().toISOString().slice(0, 10)
    const printedOn = `${today}T12:00:00.000Z`
    await house.payload.db.updateOne({
      ...{ collection: 'issues', id: printed.issue.id, data: { date: printedOn } },
    })
    await house.payload.db.updateOne({ collection: 'articles', id, data: { printedOn } })
    const address = (of: string) => `http://paper.example/riverside/${today}/a/${of}`
    expect(await listed()).toEqual([address(id)])
    const moved = async (hours: number) => {
      const publishedAt = new Date(Date.now() - hours * 3_600_000).toISOString()
      await house.payload.db.updateOne({ collection: 'articles', id, data: { publishedAt } })
    }
    await moved(49)
    expect(await listed()).toEqual([])
    await moved(47)
    expect(await listed()).toEqual([address(id)])
    // Of an archive more was published since than a sitemap holds.
    const { publication } = await publishHouse(house.payload, { articles: 1010, perIssue: 202 })
    const where = { publication: { equals: publication } }
    const brought = { publishedAt: new Date().toISOString() }
    await house.payload.db.updateMany({ collection: 'articles', where, data: brought })
    expect(await listed()).toEqual([address(id)])
  })

  it('are asked for anew each time by whoever keeps them: anything in them may be withdrawn', async () => {
    const { default: config } = await import('../../payload.config.ts')
    for (const address of [...feeds(), '/api/feeds/news-sitemap.xml', ...documents(printed.articles[0].id)]) {
      const request = new Request(`http://paper.example${address}`)
      const { headers } = await handleEndpoints({ config, request })
      expect([address, headers.get('cache-control')]).toEqual([address, 'public, max-age=0, must-revalidate'])
    }
  })

  it('tell the newest of an author, however much of theirs an archive publishes later', async () => {
    const { db } = house.payload
    const [publication, author] = [printed.publication.id, printed.author.id]
    const create = async (collection: string, data: object): Promise<string> =>
      String((await db.create({ collection, data: { id: newId(), ...data } as never })).id)
    const printedOn = '1990-05-04T12:00:00.000Z'
    const issue = await create('issues', { publication, date: printedOn, edition: 'main', public: true })
    const page = await create('pages', { issue, number: '1', sequence: 1, public: true })
    for (let order = 1; order <= 51; order += 1) {
      const text = { publication, headline: `旧稿${order}`, authors: [author], _status: 'published' }
      const publishedAt = new Date(Date.now() + order * 1000).toISOString()
      const article = await create('articles', { ...text, publishedAt, printedOn })
      await create('placements', { article, page, issue, order, jump: 'none', public: true })
    }
    const { items } = await json(`/api/feeds/riverside/authors/${author}/feed.json`)
    expect(items).toHaveLength(50)
    expect(items[0].title).toBe('新桥通车')
    await db.deleteMany({ collection: 'placements', where: { issue: { equals: issue } } })
  })

  it('keep the guid of a corrected article, date it anew and say what was wrong', async () => {
    const [{ id }] = printed.articles
    const stamps = async () => {
      const atom = readXml((await get('/api/feeds/riverside/atom.xml')).text)
      const text = (name: string) => all(all(atom, 'entry')[0]!, name)[0]!.text
      return { id: text('id'), published: text('published'), updated: text('updated'), title: text('title') }
    }
    const before = await stamps()
    await move(desk.editor2, { id, name: 'correct', input: { kind: 'typo', reason: '桥名有误' } })
    await write(id, { headline: '大桥通车' })
    expect(await stamps()).toEqual(before)
    expect((await json(`/api/articles/${id}/ninjs`)).version).toBe('1')
    await move(desk.editor2, { id, name: 'submitCorrection', input: { note: '桥名应为“大桥”。' } })
    await move(desk.chief, { id, name: 'signOff' })
    await move(desk.proofreader, { id, name: 'proof' })
    await move(desk.chief, { id, name: 'republish' })

    const after = await stamps()
    expect(after).toMatchObject({ id: before.id, published: before.published, title: '大桥通车' })
    expect(after.updated > before.updated).toBe(true)
    const article = await json(`/api/articles/${id}/ninjs`)
    validateNinjs(article)
    expect(article).toMatchObject({ version: '2', pubStatus: 'usable', versionCreated: after.updated })
    expect(article.edNote).toContain('桥名应为“大桥”。')
    const issue = await json(`/api/issues/${printed.issue.id}/ninjs`)
    validateNinjs(issue)
    expect(Number(issue.version)).toBeGreaterThan(1)
    const { correction } = await json(`/api/articles/${id}/jsonld`)
    expect(correction[0]).toMatchObject({ '@type': 'CorrectionComment' })
    expect(correction[0].text).toContain('桥名应为“大桥”。')
    expect((await get('/api/feeds/riverside/rss.xml')).text).toContain('桥名应为“大桥”。')
  })

  it('drop a withdrawn article, and cancel it for those who have it', async () => {
    const [{ id }] = printed.articles
    await move(desk.chief, { id, name: 'withdraw', input: { reason: '来源不实', notice: '本稿已撤下。' } })
    await move(desk.sectionHead, { id, name: 'withdraw', input: { reason: '同意', confirm: true } })
    for (const feed of feeds()) {
      const { text } = await get(feed)
      for (const gone of [id, '大桥', '三百米']) expect(text, feed).not.toContain(gone)
    }
    expect((await get('/api/feeds/news-sitemap.xml')).text).not.toContain(id)
    expect((await get(month('2021-10'))).text).not.toContain(id)
    const canceled = await json(`/api/articles/${id}/ninjs`)
    validateNinjs(canceled)
    expect(canceled).toMatchObject({
      ...{ uri: `http://paper.example/api/articles/${id}`, pubStatus: 'canceled', edNote: '本稿已撤下。' },
    })
    expect(Number(canceled.version)).toBeGreaterThan(2)
    for (const gone of ['大桥', '三百米', '林小满']) expect(JSON.stringify(canceled)).not.toContain(gone)
    expect((await get(`/api/articles/${id}/jsonld`)).status).toBe(410)
    // One that was never published is not told apart from none.
    expect((await get(`/api/articles/${printed.articles[1].id}/ninjs`)).status).toBe(404)
    const { status, text } = await get(`/api/issues/${printed.issue.id}/ninjs`)
    expect(text).not.toContain('大桥')
    if (status === 200) validateNinjs(JSON.parse(text))
  })
})
