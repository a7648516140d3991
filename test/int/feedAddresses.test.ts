import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { publishedHouse, type PublishedHouse } from '../../src/exports/delivery.ts'
import { feedLinks, newsArticleScript } from '../../src/exports/feeds.ts'
import { appServer, type AppServer } from '../appServer.ts'
import { boot, type Booted } from '../boot.ts'
import { bringOut, makeReady, move, newsroom, printedPage, type Newsroom, type Page } from '../newsroom.ts'
import { all, readXml } from '../xml.ts'

const publicUrl = 'https://paper.example'

describe('feeds and sitemap at the addresses that readers’ programs know', () => {
  let booted: Booted
  let server: AppServer
  let house: PublishedHouse
  let desk: Newsroom
  let printed: Page

  const asked = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await server.client.ask(path, { headers })
    return { ...answer, text: answer.bytes.toString() }
  }
  /** The one entry of the newspaper's Atom feed, as the server gives it out. */
  const entry = async () => {
    const [found] = all(readXml((await asked('/feeds/riverside/atom.xml')).text), 'entry')
    const text = (name: string) => all(found!, name)[0]!.text
    return found ? { id: text('id'), title: text('title'), updated: text('updated') } : null
  }

  beforeAll(async () => {
    // As people write it.
    process.env.PUBLIC_URL = `${publicUrl}/`
    booted = await boot()
    desk = await newsroom(booted.payload)
    printed = await printedPage(booted.payload)
    await makeReady(desk, printed.articles[0].id)
    await bringOut(desk, printed.issue.id)
    server = await appServer({ publicUrl })
    house = publishedHouse(booted.payload)
  })
  afterAll(async () => {
    delete process.env.PUBLIC_URL
    server.close()
    await booted.stop()
  })

  it('are those that pages link to, and the feeds call themselves by them', async () => {
    const { author } = printed
    for (const of of [{}, { page: '要闻' }, { author: author.id }]) {
      const links = feedLinks(booted.payload, { publication: 'riverside', ...of })
      expect(links.map(({ path }) => path.split('/')[1])).toEqual(['feeds', 'feeds', 'feeds'])
      for (const { type, path } of links) {
        const { status, headers, text } = await asked(path)
        expect([status, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`])
        expect(text).toContain(publicUrl + path)
        expect(text).toContain(`${publicUrl}/riverside/2021-10-09/a/${printed.articles[0].id}`)
        expect(text).toBe((await asked(`/api${path}`)).text)
      }
    }
    const sitemap = await asked('/sitemap-news.xml')
    expect([sitemap.status, sitemap.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8'])
    expect(sitemap.text).toBe((await asked('/api/feeds/news-sitemap.xml')).text)
    const index = await asked('/sitemap.xml')
    expect(index.text).toContain(`<loc>${publicUrl}/sitemap-riverside-2021-10.xml</loc>`)
    const month = await asked('/sitemap-riverside-2021-10.xml')
    expect([month.status, month.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8'])
    expect(month.text).toContain(`<loc>${publicUrl}/riverside/2021-10-09/a/${printed.articles[0].id}</loc>`)
    // As a document it may do nothing.
    expect(sitemap.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('come from memory, and are not sent twice', async () => {
    const first = await asked('/feeds/riverside/rss.xml')
    const { hits } = house.reads.counts
    const again = await asked('/feeds/riverside/rss.xml', { 'if-none-match': String(first.headers.etag) })
    expect([again.status, again.text]).toEqual([304, ''])
    expect(house.reads.counts.hits).toBe(hits + 1)
    const { length } = first.bytes
    const head = await server.client.ask('/feeds/riverside/rss.xml', { method: 'HEAD' })
    expect([head.status, head.headers['content-length']]).toEqual([200, String(length)])
  })

  it('lead nowhere else', async () => {
    for (const path of [
      '/feeds/riverside/rss',
      '/feeds/hillside/rss.xml',
      '/feeds/',
      '/feeds/users',
      '/sitemap-riverside.xml',
    ])
      expect((await asked(path)).status, path).toBe(404)
    expect((await asked('/feeds/%E4%B/rss.xml')).status).toBe(400)
  })

  it('change with a correction a second later at most, under the same id; a withdrawn article is gone', async () => {
    const [{ id }] = printed.articles
    const before = (await entry())!
    await move(desk.editor2, { id, name: 'correct', input: { kind: 'typo', reason: '桥名有误' } })
    const { rev } = (await desk.editor2.get(`/api/articles/${id}?draft=true`)).body
    await desk.editor2.patch(`/api/articles/${id}`, { rev, headline: '大桥通车' })
    await move(desk.editor2, { id, name: 'submitCorrection', input: { note: '桥名应为“大桥”。' } })
    await move(desk.chief, { id, name: 'signOff' })
    await move(desk.proofreader, { id, name: 'proof' })
    expect(await entry()).toEqual(before)
    await move(desk.chief, { id, name: 'republish' })
    await expect.poll(async () => (await entry())?.title, { timeout: 1_000 }).toBe('大桥通车')
    const after = (await entry())!
    expect(after.id).toBe(before.id)
    expect(after.updated > before.updated).toBe(true)
    const script = await newsArticleScript(booted.payload, { article: id, origin: publicUrl })
    expect(JSON.parse(script!)).toMatchObject({ headline: '大桥通车', dateModified: after.updated })

    await move(desk.chief, { id, name: 'withdraw', input: { reason: '来源不实', notice: '本稿已撤下。' } })
    await move(desk.sectionHead, { id, name: 'withdraw', input: { reason: '同意', confirm: true } })
    await expect.poll(entry, { timeout: 1_000 }).toBeNull()
    for (const { path } of feedLinks(booted.payload, { publication: 'riverside', page: '要闻' }))
      expect((await asked(path)).text).not.toMatch(new RegExp(`${id}|大桥`))
    expect(await newsArticleScript(booted.payload, { article: id, origin: publicUrl })).toBeNull()
  })
})
