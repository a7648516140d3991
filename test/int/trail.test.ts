import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { auditHouse } from '../../src/exports/audit.ts'
import { boot, type Booted } from '../boot.ts'
import { serve, type HttpClient, type Served } from '../http.ts'
import { bodyOf, printedPage, signedIn, newsroom, layOut, signIssue, type Page } from '../newsroom.ts'
import type { Answer } from '../rest.ts'

type Row = Record<string, any> & { id: string }

const rounds = 6

describe('people at the same moment, over HTTP', () => {
  let house: Booted
  let served: Served
  let printed: Page
  let editor: HttpClient
  let editor2: HttpClient

  beforeAll(async () => {
    house = await boot()
    served = await serve()
    house.payload.logger.level = 'silent'
    printed = await printedPage(house.payload)
    const [first, second] = await Promise.all(
      ['editor', 'editor2'].map((name) => signedIn(house.payload, { roles: ['editor', 'chief'], name })),
    )
    editor = served.client(first!.token)
    editor2 = served.client(second!.token)
  })
  afterAll(async () => {
    // Whoever lost has left nothing behind.
    expect((await auditHouse(house.payload)).finding).toBeNull()
    await served.close()
    await house.stop()
  })

  /** The text is somebody else's, so that both editors may judge it. */
  const drafted = async (headline: string): Promise<string> => {
    const data = {
      publication: printed.publication.id,
      headline,
      body: bodyOf('正文。'),
      authors: [printed.author.id],
    }
    return String((await house.payload.create({ collection: 'articles', data, draft: true })).id)
  }
  const shown = async (id: string) => (await editor.get(`/api/articles/${id}/transitions`)).body
  const move = (who: HttpClient, args: { id: string; name: string; input: object }) =>
    who.post(`/api/articles/${args.id}/transitions/${args.name}`, args.input)
  const save = (who: HttpClient, id: string, data: object) => who.patch(`/api/articles/${id}`, data)
  const slipOf = async (id: string) =>
    (await house.payload.db.findOne<Row>({ collection: 'review-slips', where: { article: { equals: id } } }))!

  /** One came through; everybody else is told that they are too late, and nobody that the server is broken. */
  const oneWon = (answers: readonly Answer[]) => {
    const statuses = answers.map(({ status }) => status).sort()
    const expected = [200, ...answers.slice(1).map(() => 409)]
    expect(statuses, JSON.stringify(answers.map(({ body }) => body))).toEqual(expected)
  }

  it('decide: exactly one wins, the other gets 409', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await drafted(`同时审${round}`)
      const first = await shown(id)
      await move(editor, { id, name: 'submit', input: first })
      const { rev, hash } = await shown(id)
      oneWon(
        await Promise.all(
          [editor, editor2].map((who) => move(who, { id, name: 'pass', input: { rev, hash } })),
        ),
      )
      expect(await slipOf(id)).toMatchObject({ stage: 'review2', rev: rev + 1 })
      const records = await house.payload.db.find<Row>({
        ...{ collection: 'review-records', where: { article: { equals: id } }, limit: 0, pagination: false },
      })
      expect(records.docs).toHaveLength(1)
    }
  })

  it('decide differently: the article goes one way', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await drafted(`各判${round}`)
      await move(editor, { id, name: 'submit', input: await shown(id) })
      const { rev, hash } = await shown(id)
      oneWon(
        await Promise.all([
          move(editor, { id, name: 'pass', input: { rev, hash } }),
          move(editor2, { id, name: 'return', input: { rev, hash, to: 'draft', opinion: '再改' } }),
        ]),
      )
    }
  })

  it('save: one text is kept, the other gets 409 and is not', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await drafted(`同时改${round}`)
      const { rev } = await shown(id)
      const answers = await Promise.all([
        save(editor, id, { headline: '甲的标题', rev }),
        save(editor2, id, { headline: '乙的标题', rev }),
      ])
      oneWon(answers)
      const kept = answers[0]!.status === 200 ? '甲的标题' : '乙的标题'
      const { body } = await editor.get(`/api/articles/${id}?draft=true`)
      expect(body).toMatchObject({ headline: kept, rev: rev + 1 })
    }
  })

  it('save five at once: one is kept', async () => {
    const id = await drafted('五人同时改')
    const { rev } = await shown(id)
    oneWon(
      await Promise.all(
        Array.from({ length: 5 }, (_, index) =>
          save(index % 2 ? editor : editor2, id, { headline: `稿${index}`, rev }),
        ),
      ),
    )
  })

  it('save and decide: what is approved is the text that is there', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = await drafted(`边改边审${round}`)
      await move(editor, { id, name: 'submit', input: await shown(id) })
      const { rev, hash } = await shown(id)
      oneWon(
        await Promise.all([
          save(editor, id, { headline: '改过的标题', rev }),
          move(editor2, { id, name: 'pass', input: { rev, hash } }),
        ]),
      )
    }
  })

  it('restore and save: one of them is kept', async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await drafted(`边恢复边改${round}`)
      await save(editor, id, { headline: '后来的标题', rev: (await shown(id)).rev })
      const { docs } = (await editor.get(`/api/articles/versions?where[parent][equals]=${id}&sort=createdAt`))
        .body
      const { rev } = await shown(id)
      oneWon(
        await Promise.all([
          editor.post(`/api/articles/versions/${docs[0].id}?draft=true`, {}, { 'if-match': `"${rev}"` }),
          save(editor2, id, { headline: '第三个标题', rev }),
        ]),
      )
    }
  })

  it('publish the same issue: it appears once', async () => {
    const id = await drafted('同时见报')
    await house.payload.create({
      collection: 'placements',
      data: { article: id, page: printed.page.id, order: 9 },
    })
    const people = await Promise.all(
      (['sectionHead', 'proofreader', 'proofreader'] as const).map((role, index) =>
        signedIn(house.payload, { roles: [role], name: `${role}${index}` }),
      ),
    )
    const [head, proof1, proof2] = people.map(({ token }) => served.client(token)) as [
      HttpClient,
      HttpClient,
      HttpClient,
    ]
    const steps: [HttpClient, string][] = [
      ...([
        [editor, 'submit'],
        [editor, 'pass'],
        [head, 'pass'],
        [editor2, 'signOff'],
      ] as [HttpClient, string][]),
      ...([
        [proof1, 'proof'],
        [proof2, 'proof'],
        [proof1, 'proof'],
      ] as [HttpClient, string][]),
    ]
    for (const [who, name] of steps) {
      expect((await move(who, { id, name, input: await shown(id) })).status, name).toBe(200)
    }
    const desk = await newsroom(house.payload)
    const board = (await desk.pageEditor.get(`/api/issues/${printed.issue.id}/board`)).body
    for (const { placement, article } of board.pages[0].cards)
      if (article !== id) await layOut(desk.pageEditor, printed.issue.id, { op: 'unplace', placement })
    await signIssue(desk, printed.issue.id)
    const { rev } = (await editor.get(`/api/issues/${printed.issue.id}/transitions`)).body
    oneWon(
      await Promise.all(
        [editor, editor2].map((who) =>
          who.post(`/api/issues/${printed.issue.id}/transitions/publish`, { rev }),
        ),
      ),
    )
    const events = await house.payload.db.find<Row>({
      ...{ collection: 'workflow-events', where: { transition: { equals: 'publish' } } },
      ...{ limit: 0, pagination: false },
    })
    expect(events.docs.map(({ kind }) => kind).sort()).toEqual(['article', 'issue'])
    for (const collection of ['editions', 'outbox'])
      expect((await house.payload.db.count({ collection })).totalDocs, collection).toBe(1)
  })
})
