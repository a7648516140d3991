import { spawnSync } from 'node:child_process'
import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { auditHouse, describeFinding, type AuditProblem } from '../../src/exports/audit.ts'
import { canonicalJson } from '../../src/core/text/canonicalJson.ts'
import { sha256 } from '../../src/database/sha256.ts'
import { approvable } from '../../src/workflow/currentText.ts'
import { eventHash, readEvent, readRecord, recordHash } from '../../src/workflow/trail.ts'
import { boot, type Booted } from '../boot.ts'
import {
  bodyOf,
  makeReady,
  move,
  newsroom,
  printedPage,
  bringOut,
  type Newsroom,
  type Page,
} from '../newsroom.ts'

type Row = Record<string, any> & { id: string }

/** A change made past all hooks, and the wrong row that the audit has to name for it. */
interface Tampering {
  name: string
  /** Makes the change and gives what takes it back. */
  tamper: () => Promise<() => Promise<unknown>>
  names: () => { problem: AuditProblem; collection: string; id: string | null; subject?: string }
}

describe('the audit of the trail', () => {
  let house: Booted
  let printed: Page
  let desk: Newsroom
  let published: Row
  let draft: Row

  beforeAll(async () => {
    house = await boot()
    printed = await printedPage(house.payload)
    desk = await newsroom(house.payload)
    ;[published, draft] = printed.articles
  })
  afterAll(() => house.stop())

  const audit = () => auditHouse(house.payload)
  const db = () => house.payload.db
  const rows = async (collection: string, where: Where): Promise<Row[]> =>
    (await db().find<Row>({ collection, where, limit: 0, pagination: false })).docs
  const one = async (collection: string, where: Where): Promise<Row> => (await rows(collection, where))[0]!
  const set = (collection: string, id: string, data: object) =>
    db().updateOne({ collection, where: { id: { equals: id } }, data: { ...data } })
  const eventsOf = async (subject: string) =>
    (await rows('workflow-events', { subject: { equals: subject } })).sort((a, b) => a.seq - b.seq)
  const slipOf = (article: string) => one('review-slips', { article: { equals: article } })

  /** Edits a row; taking back writes the old values. */
  const edit = async (collection: string, row: Row, data: object) => {
    await set(collection, row.id, data)
    return () =>
      set(collection, row.id, Object.fromEntries(Object.keys(data).map((name) => [name, row[name] ?? null])))
  }
  const remove = async (collection: string, row: Row) => {
    await db().deleteOne({ collection, where: { id: { equals: row.id } } })
    return () => db().create({ collection, data: { ...row } })
  }
  const add = async (collection: string, data: Row) => {
    await db().create({ collection, data: { ...data } })
    return () => db().deleteOne({ collection, where: { id: { equals: data.id } } })
  }

  it('finds a new house whole', async () => {
    expect(await audit()).toMatchObject({ finding: null, counts: { articles: 2, published: 0, users: 12 } })
  })

  it('finds everything whole after all kinds of moves, up to a correction and a withdrawal asked for', async () => {
    const { id } = published
    for (const [who, name, input] of [
      ['sectionHead', 'setFiling', { filing: { required: true, no: '备2021-1', date: '2021-10-01' } }],
      ['editor', 'setEmbargo', { embargoUntil: '2021-10-01T00:00:00.000Z' }],
      ['editor', 'assign', { assignee: 'somebody' }],
      ['editor', 'setDue', { dueAt: '2021-10-08T10:00:00.000Z' }],
      ['editor', 'hold', {}],
      ['editor', 'release', {}],
      ['editor', 'submit', {}],
      ['editor', 'recall', {}],
      ['sectionHead', 'spike', { reason: '暂缓' }],
      ['sectionHead', 'unspike', { reason: '可用' }],
      ['editor', 'submit', {}],
      ['editor', 'return', { to: 'draft', opinion: '导语要改' }],
      ['editor', 'submit', {}],
      ['editor2', 'pass', {}],
      ['chief', 'override', { reason: '防汛' }],
      ['sectionHead', 'return', { to: 'draft', opinion: '换一个说法' }],
    ] as const)
      await move(desk[who], { id, name, input })
    await save(desk.editor2, id, { body: bodyOf('大桥今天通车，两岸同庆。') })
    // Spiking took it off its page.
    const place = { article: id, page: printed.page.id, order: 1 }
    await house.payload.create({ collection: 'placements', data: place })
    await makeReady(desk, id)
    await move(desk.chief, { id, name: 'reopen' })
    await move(desk.chief, { id, name: 'signOff' })
    await move(desk.proofreader, { id, name: 'proof', input: { errors: { 错字: 1, 'a.b': 2, $set: 3 } } })
    await move(desk.proofreader2, { id, name: 'proof', input: { errors: {} } })
    await move(desk.proofreader, { id, name: 'proof' })
    await bringOut(desk, printed.issue.id)
    expect(await audit()).toMatchObject({ finding: null, counts: { published: 1 } })

    await move(desk.editor, { id, name: 'correct', input: { kind: 'typo', reason: '错字' } })
    await save(desk.editor, id, { body: bodyOf('大桥昨天通车，两岸同庆。') })
    await move(desk.editor, { id, name: 'abandon', input: { reason: '原文无误' } })
    expect((await audit()).finding).toBeNull()
    await move(desk.editor, { id, name: 'correct', input: { kind: 'correction', reason: '时间有误' } })
    await save(desk.editor, id, { headline: '新桥今日通车' })
    await move(desk.chief, { id, name: 'withdraw', input: { reason: '来源不实', notice: '本稿已撤下。' } })
    expect(await audit()).toMatchObject({
      finding: null,
      counts: { articles: 2, reviewSlips: 2, published: 1, issues: 1, users: 12 },
    })
  })

  it('takes words as people type them, whatever the database makes of them', async () => {
    const odd = 'e\u0301 \ud800 \u0000 \u200b 𠀀 "\\'
    const made = await desk.reporter.post('/api/articles', {
      ...{ publication: printed.publication.id, headline: odd, bylineRaw: odd, deck: `a\r\nb` },
      ...{ dateline: { agency: odd, place: '', date: null }, body: bodyOf(odd), photoCredits: [odd, ''] },
      pictures: [{ caption: odd, media: null }],
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id } = made.body.doc
    expect((await audit()).finding).toBeNull()
    await move(desk.editor, { id, name: 'hold' })
    await move(desk.editor, { id, name: 'release' })
    await move(desk.editor, { id, name: 'submit' })
    await move(desk.editor, { id, name: 'return', input: { to: 'draft', opinion: odd } })
    await move(desk.sectionHead, { id, name: 'spike', input: { reason: odd } })
    expect((await audit()).finding).toBeNull()
  })

  it('lets a user go who was removed in the admin, and not one who was taken out of the database', async () => {
    const make = (name: string) =>
      desk.admin.post('/api/users', {
        ...{ name, email: `${name}@example.org`, password: 'a long enough one', roles: ['auditor'] },
      })
    const [gone, stolen] = [(await make('gone')).body.doc, (await make('stolen')).body.doc]
    expect((await desk.admin.delete(`/api/users/${gone.id}`)).status).toBe(200)
    expect((await audit()).finding).toBeNull()
    const restore = await remove('users', await one('users', { id: { equals: stolen.id } }))
    expect((await audit()).finding).toMatchObject({ problem: 'owner.missing', subject: stolen.id })
    await restore()
    expect((await audit()).finding).toBeNull()
  })

  describe('names the row', () => {
    let events: Row[]
    let slip: Row
    let record: Row
    let text: Row
    let user: Row
    let edition: Row
    beforeAll(async () => {
      edition = await one('editions', { issue: { equals: printed.issue.id } })
      events = await eventsOf(published.id)
      slip = await slipOf(published.id)
      record = await one('review-records', { id: { equals: events.find((event) => event.record)!.record } })
      text = await one('texts', { hash: { equals: slip.publicHash } })
      user = await one('users', { name: { equals: 'reporter' } })
    })
    const collection = 'workflow-events'
    const ofSlip = (field: string, value: unknown): Tampering => ({
      name: `of a slip whose ${field} was edited`,
      tamper: () => edit('review-slips', slip, { [field]: value }),
      names: () => ({ problem: 'slip.edited', collection: 'review-slips', id: slip.id }),
    })

    /** What somebody with the whole database could do: another text, under a chain that fits it. */
    const rewriteArticle = async (headline: string) => {
      const row = await one('articles', { id: { equals: published.id } })
      const { canonical, hash } = approvable({ ...row, headline } as never)
      const backs = [await edit('articles', row, { headline })]
      let previous: string | null = null
      for (const stored of await eventsOf(published.id)) {
        const event = readEvent(stored)
        const textHash = event.transition === 'publish' ? hash : event.textHash
        const forged = { ...event, previous, textHash }
        previous = eventHash(forged)
        if (previous !== event.hash)
          backs.push(await edit(collection, stored, { previous: forged.previous, textHash, hash: previous }))
      }
      backs.push(await edit('review-slips', slip, { publicHash: hash, trailHash: previous }))
      backs.push(await add('texts', { ...text, id: 'forgedforged', hash, canonical }))
      return async () => {
        for (const back of backs) await back()
      }
    }

    const cases: Tampering[] = [
      {
        name: 'of an event that was edited',
        tamper: () => edit(collection, events[3]!, { actorId: 'somebodyelse' }),
        names: () => ({ problem: 'event.edited', collection, id: events[3]!.id }),
      },
      {
        name: 'of an event whose details were edited',
        tamper: () => edit(collection, events[1]!, { details: { required: false, no: null, date: null } }),
        names: () => ({ problem: 'event.edited', collection, id: events[1]!.id }),
      },
      {
        name: 'of an event that was rewritten with its hash',
        tamper: async () => {
          const forged = { ...readEvent(events[4]!), reason: '另有原因' }
          return edit(collection, events[4]!, { reason: forged.reason, hash: eventHash(forged) })
        },
        names: () => ({ problem: 'event.unchained', collection, id: events[4]!.id }),
      },
      {
        name: 'of an event that was rewritten with its hash and its link',
        tamper: async () => {
          const forged = { ...readEvent(events[4]!), previous: sha256('x') }
          return edit(collection, events[4]!, { previous: forged.previous, hash: eventHash(forged) })
        },
        names: () => ({ problem: 'event.unchained', collection, id: events[4]!.id }),
      },
      {
        name: 'of an event that was removed from the middle',
        tamper: () => remove(collection, events[5]!),
        names: () => ({ problem: 'event.missing', collection, id: null, subject: published.id }),
      },
      {
        name: 'of an event that was removed from the end',
        tamper: () => remove(collection, events.at(-1)!),
        names: () => ({ problem: 'event.missing', collection, id: null, subject: published.id }),
      },
      {
        name: 'of an event that was added at the end, well chained',
        tamper: () => {
          const last = readEvent(events.at(-1)!)
          const { id, ...rest } = { ...last, id: 'forgedforged', seq: last.seq + 1, previous: last.hash }
          return add(collection, { ...rest, id, hash: eventHash({ ...rest, id }) })
        },
        names: () => ({ problem: 'event.added', collection, id: 'forgedforged' }),
      },
      {
        name: 'of an event that was added before the beginning',
        tamper: () => add(collection, { ...events[0]!, id: 'forgedforged', seq: 0 }),
        names: () => ({ problem: 'event.added', collection, id: 'forgedforged' }),
      },
      {
        name: 'of an event about nobody',
        tamper: () => add(collection, { ...events[0]!, id: 'forgedforged', subject: 'aaaaaaaaaaaa' }),
        names: () => ({ problem: 'owner.missing', collection, id: 'forgedforged' }),
      },
      {
        name: 'of a record whose opinion was edited',
        tamper: () => edit('review-records', record, { opinion: '同意发表' }),
        names: () => ({ problem: 'record.edited', collection: 'review-records', id: record.id }),
      },
      {
        name: 'of a record that was removed',
        tamper: () => remove('review-records', record),
        names: () => ({ problem: 'record.missing', collection: 'review-records', id: record.id }),
      },
      {
        name: 'of a record that was added',
        tamper: () => add('review-records', { ...record, id: 'forgedforged' }),
        names: () => ({ problem: 'record.added', collection: 'review-records', id: 'forgedforged' }),
      },
      {
        name: 'of a record about an article that is not there',
        tamper: () => add('review-records', { ...record, id: 'forgedforged', article: 'aaaaaaaaaaaa' }),
        names: () => ({ problem: 'record.added', collection: 'review-records', id: 'forgedforged' }),
      },
      {
        name: 'of a text that was edited',
        tamper: () => edit('texts', text, { canonical: text.canonical.replace('今天', '明天') }),
        names: () => ({ problem: 'text.edited', collection: 'texts', id: text.id }),
      },
      {
        name: 'of a text that was removed',
        tamper: () => remove('texts', text),
        names: () => ({ problem: 'text.missing', collection: 'texts', id: null, subject: published.id }),
      },
      {
        name: 'of a text that was added',
        tamper: () => add('texts', { ...text, id: 'forgedforged', canonical: '{}', hash: sha256('{}') }),
        names: () => ({ problem: 'text.added', collection: 'texts', id: 'forgedforged' }),
      },
      {
        name: 'of a text that was added to an article that is not there',
        tamper: () => add('texts', { ...text, id: 'forgedforged', article: 'aaaaaaaaaaaa' }),
        names: () => ({ problem: 'text.added', collection: 'texts', id: 'forgedforged' }),
      },
      {
        name: 'of a slip whose head was edited',
        tamper: () => edit('review-slips', slip, { trailHash: sha256('x') }),
        names: () => ({ problem: 'head.differs', collection: 'review-slips', id: slip.id }),
      },
      {
        name: 'of a slip whose count of events was edited',
        tamper: () => edit('review-slips', slip, { trailSeq: slip.trailSeq - 2 }),
        names: () => ({ problem: 'head.differs', collection: 'review-slips', id: slip.id }),
      },
      ofSlip('stage', 'ready'),
      ofSlip('cycle', 9),
      ofSlip('rev', 3),
      ofSlip('enteredRev', 1),
      ofSlip('creator', 'somebody'),
      ofSlip('contentHash', sha256('x')),
      ofSlip('approvedHash', sha256('x')),
      ofSlip('publicHash', sha256('x')),
      ofSlip('publishedAt', '2020-01-01T00:00:00.000Z'),
      ofSlip('live', false),
      ofSlip('held', true),
      ofSlip('urgent', true),
      ofSlip('embargoUntil', null),
      ofSlip('filing', { required: false, no: null, date: null }),
      ofSlip('assignee', 'somebodyelse'),
      ofSlip('dueAt', null),
      ofSlip('path', ['review1']),
      ofSlip('submittedBy', 'somebody'),
      ofSlip('pending', null),
      ofSlip('correction', null),
      ofSlip('writers', []),
      ofSlip('flags', [
        {
          ...{ id: 'aaaaaaaaaaaa', code: 'article.noAuthor', params: {} },
          accepted: { by: 'somebody', at: '2021-10-09T00:00:00.000Z', why: '' },
        },
      ]),
      {
        name: 'of a slip of an article that never was',
        tamper: () => add('review-slips', { ...slip, id: 'forgedforged', article: 'aaaaaaaaaaaa' }),
        names: () => ({ problem: 'slip.added', collection: 'review-slips', id: 'forgedforged' }),
      },
      {
        name: 'of an article whose public text was edited',
        tamper: async () =>
          edit('articles', await one('articles', { id: { equals: published.id } }), { headline: '旧桥通车' }),
        names: () => ({ problem: 'article.publicText', collection: 'articles', id: published.id }),
      },
      {
        name: 'of an article that was hidden from readers',
        tamper: async () =>
          edit('articles', await one('articles', { id: { equals: published.id } }), { _status: 'draft' }),
        names: () => ({ problem: 'article.publicMissing', collection: 'articles', id: published.id }),
      },
      {
        name: 'of an article that was published past the workflow',
        tamper: async () =>
          edit('articles', await one('articles', { id: { equals: draft.id } }), { _status: 'published' }),
        names: () => ({ problem: 'article.publicUnrecorded', collection: 'articles', id: draft.id }),
      },
      {
        name: 'of an article that was written past the workflow',
        tamper: () =>
          add('articles', {
            ...{ id: 'forgedforged', publication: printed.publication.id, headline: '伪造' },
            _status: 'published',
          }),
        names: () => ({ problem: 'article.added', collection: 'articles', id: 'forgedforged' }),
      },
      {
        name: 'of an article whose working copy was edited',
        tamper: async () => {
          const where: Where = { and: [{ parent: { equals: draft.id } }, { latest: { equals: true } }] }
          const { docs } = await db().findVersions<Row>({ collection: 'articles', where, limit: 1 })
          const { id, version } = docs[0]!
          const put = (headline: unknown) =>
            db().updateVersion({
              ...{ collection: 'articles', where: { id: { equals: id } } },
              versionData: { ...docs[0]!, version: { ...version, headline } } as never,
            })
          await put('换掉的标题')
          return () => put((version as Row).headline)
        },
        names: () => ({ problem: 'article.workingCopy', collection: 'articles', id: draft.id }),
      },
      {
        name: 'of a user whose roles were edited',
        tamper: () => edit('users', user, { roles: ['chief'] }),
        names: () => ({ problem: 'user.grants', collection: 'users', id: user.id }),
      },
      {
        name: 'of a user whose head was edited',
        tamper: () => edit('users', user, { trailHash: sha256('x') }),
        names: () => ({ problem: 'head.differs', collection: 'users', id: user.id }),
      },
      {
        name: 'of an issue whose first event was removed',
        tamper: async () => remove(collection, (await eventsOf(printed.issue.id))[0]!),
        names: () => ({ problem: 'event.missing', collection, id: null, subject: printed.issue.id }),
      },
      {
        name: 'of a manifest that was edited',
        tamper: () => edit('editions', edition, { manifest: edition.manifest.replace('"main"', '"late"') }),
        names: () => ({ problem: 'edition.edited', collection: 'editions', id: edition.id }),
      },
      {
        name: 'of a manifest that was edited together with its hash',
        tamper: () => {
          const manifest = edition.manifest.replace('"main"', '"late"')
          return edit('editions', edition, { manifest, hash: sha256(manifest) })
        },
        names: () => ({ problem: 'edition.edited', collection: 'editions', id: edition.id }),
      },
      {
        name: 'of a manifest whose signer was edited beside it',
        tamper: () => edit('editions', edition, { actorId: 'somebodyelse' }),
        names: () => ({ problem: 'edition.edited', collection: 'editions', id: edition.id }),
      },
      {
        name: 'of a manifest that was removed',
        tamper: () => remove('editions', edition),
        names: () => ({ problem: 'edition.missing', collection: 'editions', id: edition.id }),
      },
      {
        name: 'of a manifest that was added, well chained',
        tamper: () => {
          const { manifest } = edition
          const said = { ...JSON.parse(manifest), number: 2, previous: edition.hash }
          const forged = canonicalJson(said)
          const place = { id: 'forgedforged', number: 2, previous: edition.hash }
          return add('editions', { ...edition, ...place, manifest: forged, hash: sha256(forged) })
        },
        names: () => ({ problem: 'edition.added', collection: 'editions', id: 'forgedforged' }),
      },
      {
        name: 'of a manifest of an issue that is not there',
        tamper: () => add('editions', { ...edition, id: 'forgedforged', issue: 'aaaaaaaaaaaa' }),
        names: () => ({ problem: 'edition.added', collection: 'editions', id: 'forgedforged' }),
      },
      {
        name: 'of an article whose text and whole chain were rewritten, because its manifest was not',
        tamper: () => rewriteArticle('旧桥通车'),
        names: () => ({ problem: 'edition.otherText', collection: 'articles', id: published.id }),
      },
      {
        name: 'of an issue that was signed by nobody',
        tamper: async () =>
          edit('issues', await one('issues', { id: { equals: printed.issue.id } }), { signedBy: 'somebody' }),
        names: () => ({ problem: 'issue.edited', collection: 'issues', id: printed.issue.id }),
      },
      {
        name: 'of an issue that was put back to where it could be published again',
        tamper: async () =>
          edit('issues', await one('issues', { id: { equals: printed.issue.id } }), { stage: 'signed' }),
        names: () => ({ problem: 'issue.edited', collection: 'issues', id: printed.issue.id }),
      },
      {
        name: 'of a page that was signed by nobody',
        tamper: async () =>
          edit('pages', await one('pages', { id: { equals: printed.page.id } }), { signedBy: 'somebody' }),
        names: () => ({ problem: 'page.edited', collection: 'pages', id: printed.page.id }),
      },
      {
        name: 'of a slip that was removed',
        tamper: async () => {
          const restore = await remove('review-slips', slip)
          return async () => {
            await restore()
            await set('articles', published.id, { slip: slip.id })
          }
        },
        names: () => ({
          ...{ problem: 'slip.missing', collection: 'review-slips', subject: published.id },
          // SQLite takes the reference away with the row.
          id: house.database === 'sqlite' ? null : slip.id,
        }),
      },
    ]

    for (const { name, tamper, names } of cases) {
      it(name, async () => {
        const takeBack = await tamper()
        const { finding } = await audit()
        await takeBack()
        expect(finding).toMatchObject(names())
        expect(describeFinding(finding!, 'zh').what).not.toMatch(/\{\w+\}/)
        expect(describeFinding(finding!, 'en').what).not.toMatch(/\{\w+\}/)
        expect((await audit()).finding).toBeNull()
      })
    }

    it('of the record, when record and event were rewritten but the chain was not', async () => {
      const event = events.find(({ record: id }) => id === record.id)!
      const forged = { ...readRecord(record), opinion: '同意' }
      const takeBackRecord = await edit('review-records', record, { opinion: '同意' })
      const withHash = { ...readEvent(event), recordHash: recordHash(forged) }
      const takeBackEvent = await edit(collection, event, {
        recordHash: withHash.recordHash,
        hash: eventHash(withHash),
      })
      expect((await audit()).finding).toMatchObject({ problem: 'event.unchained', id: event.id })
      await takeBackRecord()
      await takeBackEvent()
    })
  })

  it('is a command: 0 and counts when whole, 1 and the row when not, 2 for wrong usage', async () => {
    const whole = run('--lang', 'en')
    expect(whole).toMatchObject({ status: 0 })
    expect(whole.stdout).toContain('everything agrees')
    const record = (await rows('review-records', { article: { equals: published.id } }))[0]!
    const takeBack = await edit('review-records', record, { opinion: '同意发表' })
    const broken = run('--json')
    expect(broken.status).toBe(1)
    expect(JSON.parse(broken.stdout)).toMatchObject({
      whole: false,
      finding: { problem: 'record.edited', collection: 'review-records', id: record.id },
    })
    await takeBack()
    for (const wrong of [['--verbose'], ['--lang', 'fr'], ['articles']])
      expect(run(...wrong).status, wrong.join(' ')).toBe(2)
  }, 120_000)

  it('names an article that was removed', async () => {
    await db().deleteMany({ collection: 'placements', where: { article: { equals: draft.id } } })
    await db().deleteOne({ collection: 'articles', where: { id: { equals: draft.id } } })
    expect((await audit()).finding).toMatchObject({
      ...{ problem: 'article.missing', collection: 'articles', id: draft.id },
    })
  })

  function run(...args: string[]) {
    const script = ['--conditions=production', '--import', 'tsx', 'scripts/audit.ts', ...args]
    return spawnSync(process.execPath, script, { encoding: 'utf8', env: process.env })
  }

  async function save(who: Newsroom['editor'], id: string, data: object) {
    const { rev } = (await who.get(`/api/articles/${id}?draft=true`)).body
    const answer = await who.patch(`/api/articles/${id}`, { ...data, rev })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
})
