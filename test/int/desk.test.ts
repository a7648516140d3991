import { afterAll, describe, expect, it } from 'vitest'

import { codesOf, issues, openDesk, pages, type Row } from '../desk.ts'
import {
  bringOut,
  deskMove,
  layOut,
  makeReady,
  move,
  settlePreflight,
  signedIn,
  signIssue,
} from '../newsroom.ts'
import { apiClient } from '../rest.ts'

const {
  house,
  people,
  paper,
  anonymous,
  write,
  newIssue,
  ready,
  boardOf,
  post,
  shown,
  correctHeadline,
  close,
} = await openDesk()
afterAll(close)

describe('the desk', () => {
  it('takes an issue from drafts to readers, signed by different people, all of it at once', async () => {
    const { issue, page, articles } = paper
    for (const { id } of articles) await makeReady(people, id)
    await signIssue(people, issue.id)
    const before = (await anonymous.get('/api/articles')).body.totalDocs
    const published = await deskMove(people.issueManager, { of: issues, id: issue.id, name: 'publish' })
    expect(published.stage).toBe('published')
    expect([...published.articles!].sort()).toEqual(articles.map(({ id }) => id).sort())
    expect([before, (await anonymous.get('/api/articles')).body.totalDocs]).toEqual([0, 2])
    const { body } = await anonymous.get(`/api/issues/${issue.id}?depth=0`)
    expect(body.publishedAt).toBeTruthy()
    for (const hidden of ['stage', 'rev', 'signedBy', 'waivers', 'publishAt', 'dropped'])
      expect(body).not.toHaveProperty(hidden)
    const seen = (await anonymous.get(`/api/pages/${page.id}?depth=0`)).body
    expect(seen).not.toHaveProperty('layoutBy')
    expect(seen.responsibility).toEqual([
      { role: 'editor', names: ['editor'] },
      { role: 'proofreader', names: expect.arrayContaining(['proofreader', 'proofreader2']) },
      { role: 'pageEditor', names: ['pageEditor'] },
      { role: 'chief', names: ['chief'] },
    ])
    const edition = (await people.auditor.get(`/api/issues/${issue.id}/edition`)).body
    expect(edition).toMatchObject({ number: 1, kind: 'issue', id: published.edition })
    expect(edition.manifest.articles.map(({ id }: Row) => id).sort()).toEqual(
      articles.map(({ id }) => id).sort(),
    )
    expect(JSON.stringify(edition)).not.toContain('新桥')
    const event = (await people.auditor.get(`/api/issues/${issue.id}/history`)).body.events[0]
    expect(event).toMatchObject({ transition: 'publish', to: 'published', words: '见报' })
  })

  it('shows the board, answers 304 while nothing changes, and what others do as soon as they do it', async () => {
    const [first, second] = [await write('看板一'), await write('看板二')]
    const { id, page } = await newIssue(first)
    const { default: config } = await import('../../payload.config.ts')
    const { handleEndpoints } = await import('payload')
    const { token } = await signedIn(house.payload, { roles: ['pageEditor'], name: 'looker' })
    const ask = async (tag?: string) =>
      handleEndpoints({
        config,
        request: new Request(`http://localhost/api/issues/${id}/board`, {
          headers: { authorization: `JWT ${token}`, ...(tag ? { 'if-none-match': tag } : {}) },
        }),
      })
    const answer = await ask()
    const board = await answer.json()
    expect(board.pages[0]).toMatchObject({ number: '1', name: '要闻', stage: 'makeup' })
    expect(board.pages[0].cards[0]).toMatchObject({
      ...{ article: first, headline: '看板一', stage: 'draft', authors: ['林小满'], characters: 7 },
    })
    expect(board.tray.map(({ article }: Row) => article)).toContain(second)
    const tag = answer.headers.get('etag')!
    expect((await ask(tag)).status).toBe(304)
    const changes: (() => Promise<unknown>)[] = [
      () => move(people.editor, { id: first, name: 'hold' }),
      () => layOut(people.pageEditor, id, { op: 'place', article: second, page }),
      () => deskMove(people.issueManager, { of: issues, id, name: 'layOut' }),
      () => write('看板三'),
    ]
    let last = tag
    for (const change of changes) {
      await change()
      const changed = await ask(last)
      expect(changed.status).toBe(200)
      last = changed.headers.get('etag')!
      expect((await ask(last)).status).toBe(304)
    }
  })

  it('lets two page editors work on different pages, and tells the second of the same page', async () => {
    const [one, two, three] = [await write('同版一'), await write('同版二'), await write('同版三')]
    const { id, page } = await newIssue()
    await layOut(people.pageEditor, id, { op: 'addPage' })
    const { issue, pages: columns } = await boardOf(id)
    const other = columns[1].id
    const place = (article: string, on: string, rev: number) =>
      post(people.pageEditor, `issues/${id}/layout`, { op: 'place', article, page: on, rev })
    expect((await place(one, page, issue.rev)).status).toBe(200)
    expect((await place(two, other, issue.rev)).status).toBe(200)
    const late = await place(three, page, issue.rev)
    expect([late.status, codesOf(late)]).toEqual([409, ['rev.stale']])
    expect(late.body.errors[0].data.current.since).toMatchObject([
      { transition: 'place' },
      { transition: 'place' },
    ])
    const unstated = await post(people.pageEditor, `issues/${id}/layout`, {
      op: 'place',
      article: three,
      page,
    })
    expect(unstated.status).toBe(428)
    await deskMove(people.issueManager, { of: issues, id, name: 'layOut' })
    expect((await place(three, other, issue.rev)).status).toBe(409)
  })

  it('refuses to sign a page to whoever laid it out, and an unseen one to everybody, with all reasons', async () => {
    const { id, page } = await newIssue(await write('自编自签'))
    await deskMove(people.issueManager, { of: issues, id, name: 'layOut' })
    const both = await signedIn(house.payload, { roles: ['pageEditor', 'chief'], name: 'both' })
    const own = apiClient(both.token)
    await deskMove(own, { of: pages, id: page, name: 'toProof' })
    const { rev, hash } = await shown(pages, page)
    const refused = await post(own, `pages/${page}/transitions/sign`, { rev, hash: 'another' })
    expect([refused.status, codesOf(refused)]).toEqual([409, ['hash.stale', 'page.ownEditor']])
    expect((await post(people.chief, `pages/${page}/transitions/sign`, { hash })).status).toBe(428)
    expect((await post(people.reporter, `pages/${page}/transitions/sign`, { rev, hash })).status).toBe(403)
    expect((await post(people.chief, `pages/${page}/transitions/sign`, { rev, hash })).body.stage).toBe(
      'signed',
    )
    const board = await boardOf(id)
    expect(board.pages[0]).toMatchObject({ stage: 'signed', signedBy: { name: 'chief' } })
    const laid = await post(people.pageEditor, `issues/${id}/layout`, {
      op: 'renamePage',
      page,
      name: '新名',
      rev: board.issue.rev,
    })
    expect([laid.status, codesOf(laid)]).toEqual([409, ['page.signed']])
  })

  it('of two who sign at the same moment lets one, and tells the other', async () => {
    const { id, page } = await newIssue(await write('同时签'))
    await deskMove(people.issueManager, { of: issues, id, name: 'layOut' })
    await deskMove(people.pageEditor, { of: pages, id: page, name: 'toProof' })
    const { rev, hash } = await shown(pages, page)
    const answers = await Promise.all(
      [people.chief, people.sectionHead].map((who) =>
        post(who, `pages/${page}/transitions/sign`, { rev, hash }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('lists everything that keeps an issue from being signed, each with the place that mends it', async () => {
    const [held, draft] = [await ready('被压的稿'), await write('未完的稿')]
    await move(people.editor, { id: held, name: 'hold' })
    const { id, page } = await newIssue(held, draft)
    await deskMove(people.issueManager, { of: issues, id, name: 'layOut' })
    await deskMove(people.issueManager, { of: issues, id, name: 'close' })
    const { green, ready: may, items } = (await people.chief.get(`/api/issues/${id}/preflight`)).body
    expect([green, may]).toEqual([false, false])
    const found = items
      .filter(({ severity }: Row) => severity === 'blocker')
      .map(({ code, place }: Row) => [code, place.kind, place.id])
    expect(found).toEqual([
      ['preflight.pageUnsigned', 'page', page],
      ['preflight.notReady', 'article', draft],
      ['preflight.held', 'article', held],
    ])
    for (const { title, what, fix, place } of items) {
      for (const words of [title, what, fix]) expect(words).not.toMatch(/\{\w+\}|^$/)
      expect(place.label).not.toBe('')
    }
    const { rev, hash } = await shown(issues, id)
    const refused = await post(people.chief, `issues/${id}/transitions/sign`, { rev, hash })
    expect(codesOf(refused)).toEqual(expect.arrayContaining(found.map(([code]: string[]) => code)))
  })

  it('has each warning acknowledged by name, as it was, before an issue is signed', async () => {
    const article = await ready('确认之后')
    const { id, page } = await newIssue(article)
    await deskMove(people.issueManager, { of: issues, id, name: 'layOut' })
    await layOut(people.pageEditor, id, { op: 'addPage' })
    for (const { id: one } of (await boardOf(id)).pages) {
      await deskMove(people.pageEditor, { of: pages, id: one, name: 'toProof' })
      await deskMove(people.sectionHead, { of: pages, id: one, name: 'sign' })
    }
    await deskMove(people.issueManager, { of: issues, id, name: 'close' })
    const { rev, hash } = await shown(issues, id)
    const refused = await post(people.chief, `issues/${id}/transitions/sign`, { rev, hash })
    expect(codesOf(refused)).toContain('preflight.unacknowledged')
    const { items } = (await people.chief.get(`/api/issues/${id}/preflight`)).body
    const empty = items.find(({ code }: Row) => code === 'warning.emptyPage')
    const forged = { key: empty.key, fingerprint: 'made up' }
    const stale = await post(people.chief, `issues/${id}/transitions/acknowledge`, { rev, items: [forged] })
    expect([stale.status, codesOf(stale)]).toEqual([409, ['item.unknown']])
    await settlePreflight(people, id)
    const after = (await people.chief.get(`/api/issues/${id}/preflight`)).body
    expect(after.ready).toBe(true)
    expect(after.items.find(({ key }: Row) => key === empty.key)).toMatchObject({
      acknowledged: { by: { name: 'chief' } },
    })
    expect((await deskMove(people.chief, { of: issues, id, name: 'sign' })).stage).toBe('signed')
    void page
  })

  it('writes a manifest for a correction, named by the issue’s chain', async () => {
    const article = await ready('更正清单')
    const { id } = await newIssue(article)
    await bringOut(people, id)
    const asked = { reason: '来源不实', notice: '本期已撤下。' }
    await deskMove(people.chief2, { of: issues, id, name: 'withdraw', input: asked })
    await correctHeadline(article, '更正后的清单')
    const edition = (await people.auditor.get(`/api/issues/${id}/edition`)).body
    expect(edition).toMatchObject({ number: 2, kind: 'correction' })
    expect(edition.manifest).toMatchObject({ note: '标题已改。', articles: [{ id: article, version: 2 }] })
    const first = (await people.auditor.get(`/api/issues/${id}/edition?number=1`)).body
    expect(edition.previous).toBe(first.hash)
    // Whoever asked for the issue's withdrawal had not seen the correction: it has to be asked anew.
    const confirmed = await post(people.sectionHead, `issues/${id}/transitions/withdraw`, {
      ...{ rev: (await shown(issues, id)).rev, confirm: true },
    })
    expect([confirmed.status, codesOf(confirmed)]).toEqual([409, ['second.none']])
  })

  it('gives the flow sheet of an issue as data and as a table that no spreadsheet takes for formulas', async () => {
    const article = await ready('=HYPERLINK("http://evil")')
    const { id } = await newIssue(article)
    await bringOut(people, id)
    const sheet = (await people.auditor.get(`/api/issues/${id}/flow-sheet`)).body
    expect(sheet.issue).toMatchObject({ signedBy: { name: 'chief' }, publishedBy: { name: 'issueManager' } })
    expect(sheet.rows).toHaveLength(1)
    expect(sheet.rows[0]).toMatchObject({
      page: '1',
      writers: [{ name: 'reporter' }],
      publishedAt: expect.any(String),
    })
    expect(sheet.rows[0].steps.map(({ step, by }: Row) => [step, by.name])).toEqual([
      ['review1', 'editor'],
      ['review2', 'sectionHead'],
      ['review3', 'chief'],
      ['proof1', 'proofreader'],
      ['proof2', 'proofreader2'],
      ['proof3', 'proofreader'],
    ])
    const { default: config } = await import('../../payload.config.ts')
    const { handleEndpoints } = await import('payload')
    const { token } = await signedIn(house.payload, { roles: ['auditor'], name: 'reader' })
    const answer = await handleEndpoints({
      config,
      request: new Request(`http://localhost/api/issues/${id}/flow-sheet.csv`, {
        headers: { authorization: `JWT ${token}` },
      }),
    })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const csv = Buffer.from(await answer.arrayBuffer()).toString('utf8')
    expect(csv.startsWith('\uFEFF版次,标题,')).toBe(true)
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`)
  })

  it('tells nothing to readers and to people of other papers', async () => {
    const { id, page } = await newIssue(await write('内部'))
    const outsider = apiClient(
      (
        await signedIn(house.payload, {
          roles: ['chief', 'pageEditor'],
          publications: [await otherPaper()],
          name: 'outsider',
        })
      ).token,
    )
    const paths = [
      'board',
      'transitions',
      'preflight',
      'history',
      'edition',
      'editions',
      'flow-sheet',
      'flow-sheet.csv',
    ]
    for (const path of paths) {
      expect((await anonymous.get(`/api/issues/${id}/${path}`)).status, path).toBe(401)
      expect((await outsider.get(`/api/issues/${id}/${path}`)).status, path).toBe(404)
    }
    for (const [who, status] of [
      [anonymous, 401],
      [outsider, 404],
    ] as const) {
      expect((await post(who, `issues/${id}/layout`, { op: 'addPage', rev: 1 })).status).toBe(status)
      expect((await post(who, `issues/${id}/transitions/layOut`, { rev: 1 })).status).toBe(status)
      expect((await post(who, `issues/${id}/bulk`, { transition: 'submit', articles: [] })).status).toBe(
        status,
      )
      expect((await post(who, `pages/${page}/transitions/toProof`, { rev: 1 })).status).toBe(status)
      expect((await who.get(`/api/pages/${page}/transitions`)).status).toBe(status)
    }
  })

  async function otherPaper(): Promise<string> {
    const data = { name: '山城晚报', slug: 'hilltown' }
    return String((await house.payload.create({ collection: 'publications', data })).id)
  }

  it('makes the same moves over GraphQL', async () => {
    const { id, page } = await newIssue(await write('图谱'))
    const { rev } = await shown(issues, id)
    const moved = await people.issueManager.graphql(
      `mutation { transitionIssue(id: "${id}", transition: "layOut", rev: ${rev}) { stage rev hash } }`,
    )
    expect(moved.body.data.transitionIssue).toMatchObject({ stage: 'layingOut' })
    const at = await shown(pages, page)
    const proofed = await people.pageEditor.graphql(
      `mutation { transitionPage(id: "${page}", transition: "toProof", rev: ${at.rev}) { stage rev hash } }`,
    )
    expect(proofed.body.data.transitionPage.stage).toBe('proof')
    const refused = await people.reporter.graphql(
      `mutation { transitionPage(id: "${page}", transition: "sign", rev: ${at.rev + 1}, hash: "${at.hash}") { stage } }`,
    )
    expect(refused.body.data.transitionPage).toBeNull()
    expect(refused.body.errors).toHaveLength(1)
  })
})
