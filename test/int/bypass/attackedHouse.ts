import { roles, type Role } from '../../../src/core/workflow/index.ts'
import { boot, type Booted } from '../../boot.ts'
import { serve, type HttpClient, type Served } from '../../http.ts'
import {
  bodyOf,
  makeReady,
  move,
  newsroom,
  printedPage,
  signedIn,
  bringOut,
  type Newsroom,
  type Page,
} from '../../newsroom.ts'

export type Row = Record<string, any> & { id: string }

/** A house in which every kind of article stands, and everybody who might attack it, over real HTTP. */
export interface AttackedHouse {
  house: Booted
  served: Served
  /** One client for each role, a user without any, a chief of another paper, and nobody. */
  attackers: Record<Role | 'roleless' | 'outsider' | 'anonymous', HttpClient>
  desk: Newsroom
  printed: Page
  other: Page
  /** The issue that is being laid out, and its page: `ready` and `draft` stand there. */
  next: { issue: string; page: string }
  /** Ids: seen by readers; seen and being corrected; not seen, ready, in review, or a draft. */
  targets: Record<'live' | 'correcting' | 'ready' | 'review' | 'draft', string>
  stop: () => Promise<void>
}

/** What the correction under way says, and what no reader may find out. */
export const secret = { headline: '尚未核实的更正', text: '更正稿的内容还不能见报。' }

export async function attackedHouse(): Promise<AttackedHouse> {
  const house = await boot()
  const served = await serve()
  const { payload } = house
  // Thousands of refusals are no news.
  payload.logger.level = 'silent'
  const printed = await printedPage(payload)
  const other = await printedPage(payload, '山城晚报', 'hilltown')
  const desk = await newsroom(payload)
  const people = await Promise.all([
    ...roles.map(
      async (role) => [role, await signedIn(payload, { roles: [role], name: `${role}-x` })] as const,
    ),
    (async () => ['roleless', await signedIn(payload, { roles: ['editor'], name: 'roleless' })] as const)(),
    (async () =>
      [
        'outsider',
        await signedIn(payload, {
          ...{ roles: ['chief', 'editor'], publications: [other.publication.id], name: 'outsider' },
        }),
      ] as const)(),
  ])
  const roleless = people.find(([name]) => name === 'roleless')![1]
  await payload.db.updateOne({ collection: 'users', id: roleless.user.id, data: { roles: [] } })
  const attackers = Object.fromEntries([
    ...people.map(([name, { token }]) => [name, served.client(token)]),
    ['anonymous', served.client()],
  ]) as AttackedHouse['attackers']

  const write = async (headline: string): Promise<string> => {
    const text = { headline, body: bodyOf(`${headline}的正文。`), authors: [printed.author.id] }
    const answer = await desk.reporter.post('/api/articles', { publication: printed.publication.id, ...text })
    return answer.body.doc.id
  }
  const next = await payload.create({
    collection: 'issues',
    data: { publication: printed.publication.id, date: '2021-10-10', edition: 'main' },
  })
  const nextPage = await payload.create({ collection: 'pages', data: { issue: next.id, number: '1' } })
  const place = (article: string, order: number) =>
    payload.create({ collection: 'placements', data: { article, page: nextPage.id, order } })
  const [live, correcting] = printed.articles.map(({ id }) => id) as [string, string]
  await makeReady(desk, live)
  await makeReady(desk, correcting)
  await bringOut(desk, printed.issue.id)
  await move(desk.editor, { id: correcting, name: 'correct', input: { kind: 'correction', reason: '有误' } })
  const { rev } = (await desk.editor.get(`/api/articles/${correcting}?draft=true`)).body
  const data = { headline: secret.headline, body: bodyOf(secret.text), rev }
  await desk.editor.patch(`/api/articles/${correcting}`, data)
  const ready = await write('待发稿件')
  await makeReady(desk, ready)
  await place(ready, 3)
  const review = await write('送审稿件')
  await move(desk.editor2, { id: review, name: 'submit' })
  const draft = await write('草稿')
  await place(draft, 4)
  return {
    ...{ house, served, attackers, desk, printed, other },
    next: { issue: String(next.id), page: String(nextPage.id) },
    targets: { live, correcting, ready, review, draft },
    stop: async () => {
      await served.close()
      await house.stop()
    },
  }
}

/** Rows as the database has them, for what a door must not move. */
export async function snapshot({ house, served }: AttackedHouse) {
  const { db } = house.payload
  const rows = async (collection: string): Promise<Row[]> => {
    const options = { collection, where: {}, limit: 0, pagination: false, joins: false as const, sort: 'id' }
    return (await db.find<Row>(options)).docs
  }
  const reader = served.client()
  const seen = async (path: string) => (await reader.get(path)).body
  const events = await rows('workflow-events')
  return {
    /** What an approval, a publication or a rule of the house has made. */
    kept: {
      public: (await rows('articles')).filter(({ _status }) => _status === 'published'),
      slips: (await rows('review-slips')).map(
        ({ id, article, publication, stage, cycle, live, ...slip }) => ({
          ...{ id, article, publication, stage, cycle, live, held: slip.held, urgent: slip.urgent },
          ...{ path: slip.path, approvedHash: slip.approvedHash, publicHash: slip.publicHash },
          ...{ publishedAt: slip.publishedAt, creator: slip.creator, correction: slip.correction },
          ...{
            filing: slip.filing,
            embargoUntil: slip.embargoUntil,
            flags: slip.flags,
            pending: slip.pending,
          },
          // A save moves these, where somebody may edit.
          ...(['draft', 'review1', 'correcting'].includes(stage)
            ? {}
            : { rev: slip.rev, contentHash: slip.contentHash, writers: slip.writers }),
        }),
      ),
      records: await rows('review-records'),
      events: events.filter(({ transition }) => transition !== 'save'),
      texts: await rows('texts'),
      grants: (await rows('users')).map(({ id, roles: of, publications }) => ({ id, of, publications })),
      shown: (
        await Promise.all(['issues', 'pages', 'placements', 'authors', 'media'].map((name) => rows(name)))
      ).flatMap((all) => all.map(({ id, public: shown }) => ({ id, shown }))),
    },
    /** What readers get. */
    readers: await Promise.all(
      ['articles', 'issues', 'pages', 'placements', 'authors'].map((name) =>
        seen(`/api/${name}?depth=2&sort=id`),
      ),
    ),
  }
}
