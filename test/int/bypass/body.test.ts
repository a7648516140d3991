import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Booted } from '../../boot.ts'
import { bodyOf, move, newsroom, printedPage, type Newsroom, type Page } from '../../newsroom.ts'

const element = { direction: null, format: '', indent: 0, version: 1 }
const text = (said: string, more: object = {}) => ({
  ...{ type: 'text', text: said, format: 0, style: '', mode: 'normal', detail: 0, version: 1 },
  ...more,
})
const paragraph = (children: unknown, more: object = {}) => ({
  ...{ ...element, type: 'paragraph', textFormat: 0, textStyle: '', children },
  ...more,
})
const body = (...children: unknown[]) => ({ root: { ...element, type: 'root', children } })
const link = (fields: object, type = 'link') => ({ ...element, type, fields, children: [text('详情')] })

describe('bodies that carry more than text, and queries that make no sense', () => {
  let house: Booted
  let desk: Newsroom
  let printed: Page
  beforeAll(async () => {
    house = await boot()
    printed = await printedPage(house.payload)
    desk = await newsroom(house.payload)
  })
  afterAll(() => house.stop())

  const latest = async (id: string) => (await desk.editor.get(`/api/articles/${id}?draft=true&depth=0`)).body
  const count = async () => (await house.payload.db.count({ collection: 'articles', where: {} })).totalDocs
  const create = (sent: unknown) =>
    desk.reporter.post('/api/articles', {
      ...{ publication: printed.publication.id, headline: '正文有问题', bylineRaw: '记者 甲', body: sent },
    })

  const refused: [name: string, code: string, sent: unknown][] = [
    ['a script', 'bodyNode', body({ type: 'script', version: 1, text: 'x' })],
    ['a block that no editor here has', 'bodyNode', body({ type: 'block', fields: { blockType: 'x' } })],
    ['a link that runs', 'bodyLink', body(paragraph([link({ url: 'javascript:alert(1)' })]))],
    ['a link that runs, in disguise', 'bodyLink', body(paragraph([link({ url: 'JaVa\tScript:alert(1)' })]))],
    ['a link that is a page', 'bodyLink', body(paragraph([link({ url: 'data:text/html,<b>x</b>' })]))],
    [
      'a link to an article that nobody may see',
      'bodyRelated',
      body(
        paragraph([link({ linkType: 'internal', doc: { relationTo: 'articles', value: 'unpublished1' } })]),
      ),
    ],
    [
      'a reference to a slip',
      'bodyRelated',
      body({ type: 'relationship', relationTo: 'review-slips', value: 'x' }),
    ],
    ['a picture past its field', 'bodyRelated', body({ type: 'upload', relationTo: 'media', value: 'x' })],
    ['nothing where a paragraph stands', 'bodyShape', body(null)],
    ['a number where a paragraph stands', 'bodyShape', body(5)],
    ['children that are no list', 'bodyShape', body(paragraph({ a: 1 }))],
    ['text that is no text', 'bodyShape', body(paragraph([text('x', { text: ['x'] })]))],
    ['a page of HTML', 'bodyShape', '<p>正文</p>'],
    ['an object that is no body', 'bodyShape', { root: { children: [] } }],
    [
      'a body deeper than anybody can read',
      'bodyShape',
      Array.from({ length: 500 }).reduce(
        (inner: unknown) => body({ ...element, type: 'quote', children: [inner] }),
        {},
      ),
    ],
  ]
  it.each(refused)('%s is refused with its reason, and nothing is kept', async (_name, code, sent) => {
    const before = await count()
    const answer = await create(sent)
    expect(answer.status, JSON.stringify(answer.body)).toBe(400)
    expect(answer.body.errors[0].data.code).toBe(code)
    expect(answer.body.errors[0].message).toMatch(/\p{Script=Han}|[a-z]/u)
    expect(await count()).toBe(before)
  })

  it('what the hash does not see is not kept, however late it comes', async () => {
    const [{ id }] = printed.articles
    const said = '请看 https://city.example/bridge 的说明'
    const [start, address, end] = ['请看 ', 'https://city.example/bridge', ' 的说明']
    const { rev } = await latest(id)
    await desk.editor2.patch(`/api/articles/${id}`, { rev, body: bodyOf(said) })
    await move(desk.editor2, { id, name: 'submit' })
    await move(desk.editor, { id, name: 'pass' })
    await move(desk.sectionHead, { id, name: 'pass' })
    const signedOff = await move(desk.chief, { id, name: 'signOff' })

    const elsewhere = { linkType: 'custom', url: 'https://evil.example/' }
    const smuggled = body(
      paragraph(
        [
          text(start, { style: 'font-size: 0', $: { color: 'white' }, note: '不为人知' }),
          { ...element, type: 'autolink', fields: elsewhere, children: [text(address)] },
          text(end),
        ],
        { note: '不为人知', textStyle: 'display: none' },
      ),
    )
    const saved = await desk.proofreader.patch(`/api/articles/${id}`, { rev: signedOff.rev, body: smuggled })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const { hash } = (await desk.proofreader.get(`/api/articles/${id}/transitions`)).body
    expect(hash).toBe(signedOff.hash)
    const kept = await latest(id)
    const runs = [text(start), text(address), text(end)]
    expect(kept.body).toEqual(body(paragraph(runs)))
  })

  it('the people and pictures of a signed-off text stay as they were judged', async () => {
    const { id: publication } = printed.publication
    const { doc: author } = (await desk.reporter.post('/api/authors', { publication, name: '署名人' })).body
    const write = { publication, headline: '署名之后', bylineRaw: '记者 署名人', body: bodyOf('正文。') }
    const { doc } = (await desk.reporter.post('/api/articles', write)).body
    const rename = (who: Newsroom[keyof Newsroom], name: string) =>
      who.patch(`/api/authors/${author.id}`, { name })
    expect((await rename(desk.reporter, '署名人甲')).status).toBe(200)
    // The author comes with a later draft: the article's own row does not name them yet.
    await desk.reporter.patch(`/api/articles/${doc.id}`, { rev: doc.rev, authors: [author.id] })
    expect((await desk.editor.delete(`/api/authors/${author.id}`)).status).toBe(409)
    const { id } = doc
    await move(desk.reporter, { id, name: 'submit' })
    await move(desk.editor, { id, name: 'pass' })
    await move(desk.sectionHead, { id, name: 'pass' })
    expect((await rename(desk.reporter, '署名人乙')).status).toBe(200)
    await move(desk.chief, { id, name: 'signOff' })
    const refusal = await rename(desk.reporter, '署名人丙')
    expect(refusal.status).toBe(409)
    expect(refusal.body.errors[0].data.code).toBe('approvedByChief')
    expect((await rename(desk.editor, '署名人丙')).status).toBe(409)
    expect((await rename(desk.sectionHead, '署名人丁')).status).toBe(200)
    expect((await desk.editor.get(`/api/authors/${author.id}`)).body.name).toBe('署名人丁')
  })

  it('an honest link is kept, of the editor’s making or a person’s', async () => {
    const honest = { linkType: 'custom', url: 'https://city.example/bridge', newTab: false }
    const auto = { ...element, type: 'autolink', fields: honest, children: [text('city.example/bridge')] }
    const { body: answer, status } = await create(body(paragraph([link(honest), auto])))
    expect(status, JSON.stringify(answer)).toBe(201)
    const [line] = (await latest(answer.doc.id)).body.root.children
    expect(line.children.map(({ type }: { type: string }) => type)).toEqual(['link', 'autolink'])
    expect(line.children.map(({ fields }: { fields: { url: string } }) => fields.url)).toEqual([
      ...[honest.url, honest.url],
    ])
  })

  it('a query that no database can answer is refused, not failed on', async () => {
    const { reporter: reader } = desk
    for (const query of [
      'page=99999999999999999999',
      'limit=99999999999999999999',
      'where[headline][near]=1,2,3',
      'where[or][0][headline][within]=1',
      'where[headline][intersects]=x',
    ]) {
      const { status, body: answer } = await reader.get(`/api/articles?${query}`)
      expect(status, `${query} ${JSON.stringify(answer)}`).toBe(400)
    }
    const joined = 'joins[articles][page]=99999999999999999999'
    expect((await reader.get(`/api/authors?${joined}`)).status).toBeLessThan(500)
  })
})
