import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { auditHouse } from '../../src/exports/audit.ts'
import { publishDue } from '../../src/exports/server.ts'
import { optionsOf } from '../../src/options.ts'
import { boot, type Booted } from '../boot.ts'
import {
  bodyOf,
  bringOut,
  deskMove,
  layOut,
  makeReady,
  move,
  newsroom,
  printedPage,
  settlePreflight,
  signedIn,
  signIssue,
  type Newsroom,
  type Page,
} from '../newsroom.ts'
import { apiClient, type Answer } from '../rest.ts'

type Row = Record<string, any> & { id: string }

const issues = 'issues' as const
const pages = 'pages' as const

describe('the desk', () => {
  let house: Booted
  let people: Newsroom
  let paper: Page
  let day = 0
  const anonymous = apiClient()

  beforeAll(async () => {
    house = await boot()
    house.payload.logger.level = 'silent'
    people = await newsroom(house.payload)
    paper = await printedPage(house.payload)
  })
  afterAll(async () => {
    // Whatever was tried, the trail is whole.
    expect((await auditHouse(house.payload)).finding).toBeNull()
    await house.stop()
  })

  const codesOf = ({ body }: Answer): string[] => body.errors[0].data.blockers.map(({ code }: Row) => code)
  const write = async (headline: string): Promise<string> => {
    const text = { headline, body: bodyOf(`${headline}的正文。`), authors: [paper.author.id] }
    const { body } = await people.reporter.post('/api/articles', {
      publication: paper.publication.id,
      ...text,
    })
    return body.doc.id
  }
  /** An issue of its own day with a page, and these articles placed on it by the page editor. */
  const newIssue = async (...articles: string[]): Promise<{ id: string; page: string }> => {
    day += 1
    const { body } = await people.issueManager.post('/api/issues', {
      ...{ publication: paper.publication.id, edition: 'main', number: `${day}` },
      date: `2026-01-${String(day).padStart(2, '0')}`,
    })
    const { id } = body.doc
    const board = await layOut(people.pageEditor, id, { op: 'addPage', name: '要闻' })
    const page = board.pages[0].id
    for (const article of articles) await layOut(people.pageEditor, id, { op: 'place', article, page })
    return { id, page }
  }
  const ready = async (headline: string): Promise<string> => {
    const id = await write(headline)
    await makeReady(people, id)
    return id
  }
  const boardOf = async (id: string, who = people.pageEditor) =>
    (await who.get(`/api/issues/${id}/board`)).body
  const post = (who: Newsroom['chief'], path: string, data: object) => who.post(`/api/${path}`, data)
  const shown = async (of: 'issues' | 'pages', id: string) =>
    (await people.chief.get(`/api/${of}/${id}/transitions`)).body

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

  describe('what drops signatures', () => {
    /** A signed issue with one article at this stage, and its page. */
    const signedIssue = async (headline: string) => {
      const article = await ready(headline)
      const made = await newIssue(article)
      await signIssue(people, made.id)
      return { article, ...made }
    }
    const changes: [name: string, cause: string, change: (article: string) => Promise<unknown>][] = [
      ['a hold', 'hold', (id) => move(people.editor, { id, name: 'hold' })],
      [
        'an embargo',
        'setEmbargo',
        (id) =>
          move(people.editor, { id, name: 'setEmbargo', input: { embargoUntil: '2031-01-01T00:00:00Z' } }),
      ],
      [
        'a filing',
        'setFiling',
        (id) =>
          move(people.sectionHead, {
            id,
            name: 'setFiling',
            input: { filing: { required: true, no: '7', date: null } },
          }),
      ],
    ]
    it.each(changes)('%s, of the page and of the issue, with the reason', async (name, cause, change) => {
      const { id, article } = await signedIssue(`签后${name}`)
      await change(article)
      const board = await boardOf(id)
      expect(board.issue).toMatchObject({ stage: 'closed', signedBy: null, dropped: { reason: cause } })
      expect(board.pages[0]).toMatchObject({
        ...{ stage: 'proof', signedBy: null },
        dropped: { reason: cause, article: { id: article, headline: `签后${name}` } },
      })
      expect(board.pages[0].dropped.words).toContain(`签后${name}`)
      const { events } = (await people.auditor.get(`/api/issues/${id}/history`)).body
      expect(events.slice(0, 2).map(({ transition }: Row) => transition)).toEqual(['drop', 'dropPage'])
    })

    it('a correction in proof, and one that reopens the article, from a signed page', async () => {
      const article = await write('校对之中')
      for (const [who, name] of [
        ['editor2', 'submit'],
        ['editor', 'pass'],
        ['sectionHead', 'pass'],
        ['chief', 'signOff'],
      ] as const)
        await move(people[who], { id: article, name })
      const { id, page } = await newIssue(article)
      await deskMove(people.issueManager, { of: issues, id, name: 'layOut' })
      const sign = async () => {
        await deskMove(people.sectionHead, { of: pages, id: page, name: 'sign' })
        return (await boardOf(id)).pages[0].stage
      }
      const save = async (data: object) => {
        const { rev } = (await people.proofreader.get(`/api/articles/${article}?draft=true`)).body
        expect((await people.proofreader.patch(`/api/articles/${article}`, { ...data, rev })).status).toBe(
          200,
        )
      }
      await deskMove(people.pageEditor, { of: pages, id: page, name: 'toProof' })
      expect(await sign()).toBe('signed')
      await save({ headline: '校对之后', body: bodyOf('校对之中的正文。') })
      const board = await boardOf(id)
      expect(board.pages[0]).toMatchObject({
        stage: 'proof',
        dropped: { reason: 'save', article: { id: article } },
      })
      expect(board.pages[0].cards[0].stage).toBe('review3')
      expect(await sign()).toBe('signed')
      await move(people.chief, { id: article, name: 'signOff' })
      // Passing on changes nothing of what was signed.
      expect((await boardOf(id)).pages[0].stage).toBe('signed')
    })

    it('withdrawing a page’s signature takes the issue’s with it; a signed page keeps out spiking, a signed issue reopening', async () => {
      const { id, page, article } = await signedIssue('撤签')
      const answer = async (name: string) => {
        const { rev, hash } = (await people.chief.get(`/api/articles/${article}/transitions`)).body
        return post(people.chief, `articles/${article}/transitions/${name}`, { rev, hash, reason: '因故' })
      }
      expect(codesOf(await answer('spike'))).toEqual(['page.signed'])
      expect(codesOf(await answer('reopen'))).toEqual(['issue.signed'])
      await deskMove(people.sectionHead, { of: pages, id: page, name: 'unsign', input: { reason: '换稿' } })
      expect((await boardOf(id)).issue).toMatchObject({
        stage: 'closed',
        dropped: { reason: 'unsignPage', why: '换稿' },
      })
      expect((await answer('spike')).status).toBe(200)
      const board = await boardOf(id)
      expect(board.pages[0].cards).toEqual([])
    })

    it('not from an issue that has appeared: correcting an article leaves its page as it was signed', async () => {
      const { id, article } = await signedIssue('见报以后')
      await deskMove(people.issueManager, { of: issues, id, name: 'publish' })
      await move(people.editor, { id: article, name: 'correct', input: { kind: 'typo', reason: '错字' } })
      expect((await boardOf(id)).pages[0]).toMatchObject({ stage: 'signed', dropped: null })
      await move(people.editor, { id: article, name: 'abandon', input: { reason: '无误' } })
    })
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

  describe('appointed time', () => {
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
    const due = (minutes: number) =>
      publishDue({ slugs: optionsOf(house.payload).slugs, payload: house.payload, now: inMinutes(minutes) })
    const scheduled = async (headline: string) => {
      const article = await ready(headline)
      const made = await newIssue(article)
      await signIssue(people, made.id)
      await deskMove(people.issueManager, {
        of: issues,
        id: made.id,
        name: 'schedule',
        input: { publishAt: inMinutes(5) },
      })
      return { article, ...made }
    }

    it('is kept: nothing appears before it by any door, all of it afterwards, once', async () => {
      const { id, page, article } = await scheduled('定时见报')
      const early = await post(people.chief, `issues/${id}/transitions/publish`, {
        rev: (await shown(issues, id)).rev,
      })
      expect([early.status, codesOf(early)]).toEqual([409, ['issue.notDue']])
      expect(await due(4)).toEqual([])
      const doors = async () => [
        (await anonymous.get(`/api/articles/${article}`)).status,
        (await anonymous.get(`/api/issues/${id}`)).status,
        (await anonymous.get(`/api/pages/${page}?depth=2`)).status,
        (await anonymous.get(`/api/articles?where[id][equals]=${article}`)).body.totalDocs,
        (await anonymous.get(`/api/articles/count?where[id][equals]=${article}`)).body.totalDocs,
        (await anonymous.get(`/api/placements?where[article][equals]=${article}`)).body.totalDocs ?? 400,
        (await anonymous.get(`/api/authors?depth=2`)).body.docs.some((author: Row) =>
          author.articles.docs.some((doc: Row) => doc.id === article),
        ),
        (await anonymous.graphql(`{ Articles(where: { id: { equals: "${article}" } }) { totalDocs } }`)).body
          .data.Articles.totalDocs,
      ]
      expect(await doors()).toEqual([404, 404, 404, 0, 0, 0, false, 0])
      expect(
        await Promise.all([due(6), due(6)]).then((all) =>
          all.flat().filter(({ outcome }) => outcome === 'published'),
        ),
      ).toHaveLength(1)
      expect(await doors()).toEqual([200, 200, 200, 1, 1, 1, true, 1])
      expect(await due(7)).toEqual([])
      for (const [collection, where] of [
        ['editions', { issue: { equals: id } }],
        ['outbox', { issue: { equals: id } }],
      ] as const)
        expect((await house.payload.db.count({ collection, where })).totalDocs, collection).toBe(1)
      const { events } = (await people.auditor.get(`/api/issues/${id}/history`)).body
      expect(events[0]).toMatchObject({ transition: 'publish', by: { id: 'schedule', name: '定时任务' } })
    })

    it('is lost, visibly, when a text is held meanwhile; and can be taken back', async () => {
      const { id, article } = await scheduled('临时压稿')
      await move(people.editor, { id: article, name: 'hold' })
      expect((await boardOf(id)).issue).toMatchObject({
        stage: 'closed',
        publishAt: null,
        dropped: { reason: 'hold' },
      })
      expect(await due(6)).toEqual([])
      const other = await scheduled('取消定时')
      await deskMove(people.issueManager, { of: issues, id: other.id, name: 'unschedule' })
      expect(await due(6)).toEqual([])
    })

    it('does not let an issue appear whose preflight is no longer green: it loses its signature instead', async () => {
      const { id, article } = await scheduled('到点不绿')
      // Past the workflow, as somebody with the database could.
      const slip = await house.payload.db.findOne<Row>({
        collection: 'review-slips',
        where: { article: { equals: article } },
      })
      const set = (held: boolean) =>
        house.payload.db.updateOne({ collection: 'review-slips', id: slip!.id, data: { held } })
      await set(true)
      const [result] = await due(6)
      await set(false)
      expect(result).toMatchObject({ issue: id, outcome: 'dropped' })
      expect((await boardOf(id)).issue).toMatchObject({
        ...{ stage: 'closed', dropped: { reason: 'preflight', why: 'preflight.held' } },
      })
      // People read why, not the code.
      expect((await boardOf(id)).issue.dropped.words).toContain('稿件被压')
      expect((await people.auditor.get(`/api/issues/${id}/history`)).body.events[0]).toMatchObject({
        ...{ transition: 'drop', about: '稿件被压' },
      })
      expect((await anonymous.get(`/api/articles/${article}`)).status).toBe(404)
    })

    it('refuses an embargo that outlasts it, and the past', async () => {
      const article = await ready('晚些解禁')
      await move(people.editor, { id: article, name: 'setEmbargo', input: { embargoUntil: inMinutes(60) } })
      const { id } = await newIssue(article)
      await signIssue(people, id)
      const { rev } = await shown(issues, id)
      const schedule = (publishAt: string) =>
        post(people.issueManager, `issues/${id}/transitions/schedule`, { rev, publishAt })
      expect(codesOf(await schedule(inMinutes(30)))).toEqual(['preflight.embargo'])
      expect(codesOf(await schedule(inMinutes(-1)))).toContain('issue.past')
      const now = await post(people.issueManager, `issues/${id}/transitions/publish`, { rev })
      expect(codesOf(now)).toEqual(['preflight.embargo'])
      expect((await schedule(inMinutes(61))).status).toBe(200)
    })
  })

  it('shows a text in two editions of a day: it appears once, and stays while one of them shows it', async () => {
    const article = await ready('早晚两版')
    const early = await newIssue(article)
    await bringOut(people, early.id)
    const late = await newIssue(article)
    const published = await bringOut(people, late.id)
    expect(published.articles).toEqual([])
    expect((await anonymous.get(`/api/articles/${article}?depth=2`)).body.placements.docs).toHaveLength(2)
    const before = (await anonymous.get(`/api/articles/${article}?depth=0`)).body
    await withdrawIssue(late.id)
    const after = (await anonymous.get(`/api/articles/${article}?depth=0`)).body
    expect({ ...after, placements: null }).toEqual({ ...before, placements: null })
    expect(after.placements.docs).toHaveLength(1)

    // Corrected while the other is away: it comes back there as it is now, and no manifest is held against it.
    await correctHeadline(article, '早晚两版更正')
    expect((await auditHouse(house.payload)).finding).toBeNull()
    await deskMove(people.chief, { of: issues, id: late.id, name: 'reinstate', input: { reason: '已查清' } })
    const back = { of: issues, id: late.id, name: 'reinstate', input: { confirm: true } } as const
    expect((await deskMove(people.sectionHead, back)).articles).toEqual([article])
    expect((await anonymous.get(`/api/issues/${late.id}`)).status).toBe(200)
    const both = (await anonymous.get(`/api/placements?where[article][equals]=${article}&depth=1`)).body
    expect(both.docs.map(({ article: shown }: Row) => shown.headline)).toEqual([
      '早晚两版更正',
      '早晚两版更正',
    ])
    expect((await people.auditor.get(`/api/issues/${late.id}/edition`)).body).toMatchObject({
      ...{ kind: 'issueReinstatement', manifest: { articles: [{ id: article, version: 2 }] } },
    })
    expect((await auditHouse(house.payload)).finding).toBeNull()
  })

  const correctHeadline = async (article: string, headline: string) => {
    await move(people.editor, { id: article, name: 'correct', input: { kind: 'typo', reason: '错字' } })
    const { rev } = (await people.editor.get(`/api/articles/${article}?draft=true`)).body
    await people.editor.patch(`/api/articles/${article}`, { rev, headline })
    await move(people.editor, { id: article, name: 'submitCorrection', input: { note: '标题已改。' } })
    await move(people.chief, { id: article, name: 'signOff' })
    await move(people.proofreader, { id: article, name: 'proof' })
    await move(people.chief, { id: article, name: 'republish' })
  }

  const withdrawIssue = async (id: string) => {
    const asked = { reason: '来源不实', notice: '本期已撤下。' }
    expect((await deskMove(people.chief, { of: issues, id, name: 'withdraw', input: asked })).stage).toBe(
      'published',
    )
    const same = await post(people.chief, `issues/${id}/transitions/withdraw`, {
      rev: (await shown(issues, id)).rev,
      confirm: true,
    })
    expect(codesOf(same)).toEqual(['second.same'])
    return deskMove(people.sectionHead, { of: issues, id, name: 'withdraw', input: { confirm: true } })
  }

  it('withdraws a whole issue by two people: its texts are gone, the notice stays, the trail is whole', async () => {
    const article = await ready('整期撤下')
    const { id, page } = await newIssue(article)
    await bringOut(people, id)
    expect((await anonymous.get(`/api/articles/${article}`)).status).toBe(200)
    expect((await withdrawIssue(id)).stage).toBe('withdrawn')
    const gone = await anonymous.get(`/api/articles/${article}`)
    expect([gone.status, gone.body.errors[0].data.notice]).toEqual([410, '本期已撤下。'])
    expect((await anonymous.get(`/api/pages/${page}`)).status).toBe(404)
    const issue = await anonymous.get(`/api/issues/${id}`)
    expect([issue.status, issue.body.errors[0].data]).toEqual([
      410,
      { code: 'withdrawn', notice: '本期已撤下。', at: expect.any(String) },
    ])
    const graphql = await anonymous.graphql(`{ Issue(id: "${id}") { title } }`)
    expect(graphql.body.data.Issue).toBeNull()
    expect(graphql.body.errors[0].extensions).toMatchObject({ code: 'withdrawn', notice: '本期已撤下。' })
    const { editions } = (await people.auditor.get(`/api/issues/${id}/editions`)).body
    expect(editions.map(({ kind }: Row) => kind)).toEqual(['issue', 'issueWithdrawal'])
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
