import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import { bodyOf, newsroom, printedPage, bringOut, type Newsroom, type Page } from '../newsroom.ts'
import { apiClient } from '../rest.ts'

describe('an article on its way to its readers', () => {
  let house: Booted
  let printed: Page
  let desk: Newsroom
  const reader = apiClient()

  beforeAll(async () => {
    house = await boot()
    printed = await printedPage(house.payload)
    desk = await newsroom(house.payload)
  })
  afterAll(() => house.stop())

  it('walks three reviews and three proofs, each step by another person, and appears with its issue', async () => {
    const [article] = printed.articles
    const move = mover(article.id)
    await move(desk.editor, 'submit')
    expect((await refused(desk.reporter, article.id, 'pass')).codes).toContain('who.role')
    await move(desk.editor, 'pass')
    const returned = await move(desk.sectionHead, 'return', { to: 'review1', opinion: '导语再改' })
    expect(returned.stage).toBe('review1')
    await move(desk.editor, 'pass')
    await move(desk.sectionHead, 'pass')
    await move(desk.chief, 'signOff')
    await move(desk.proofreader, 'proof', { errors: { 错字: 1 } })
    expect((await refused(desk.proofreader, article.id, 'proof')).codes).toContain('proofSod.previous')
    await move(desk.proofreader2, 'proof')
    const ready = await move(desk.proofreader, 'proof')
    expect(ready.stage).toBe('ready')

    expect((await reader.get(`/api/articles/${article.id}`)).status).toBe(404)
    expect(await bringOut(desk, printed.issue.id)).toMatchObject({
      stage: 'published',
      articles: [article.id],
    })
    const seen = await reader.get(`/api/articles/${article.id}?depth=1`)
    expect(seen.body.headline).toBe('新桥通车')
    expect(seen.body).not.toHaveProperty('stage')
    expect((await reader.get('/api/articles')).body.totalDocs).toBe(1)
  })

  it('asks for the revision that a save was made on, and refuses a stale one with what has happened', async () => {
    const [, article] = printed.articles
    const path = `/api/articles/${article.id}`
    expect((await desk.editor.patch(path, { headline: '无修订号' })).status).toBe(428)
    const { rev } = (await desk.editor.get(`${path}?draft=true`)).body
    expect((await desk.editor.patch(path, { headline: '老街修缮完工', rev })).status).toBe(200)
    const late = await desk.editor.patch(path, { headline: '迟到的改动', rev })
    expect(late.status).toBe(409)
    expect(late.body.errors[0].data.current).toMatchObject({ rev: rev + 1, stage: 'draft' })
    expect(late.body.errors[0].data.current.since).toMatchObject([{ transition: 'save', rev: rev + 1 }])
    expect((await desk.editor.get(`${path}?draft=true`)).body.headline).toBe('老街修缮完工')
  })

  it('reopens by itself when a proofreader changes more than the text', async () => {
    const id = await signedOff('财政收入公布', '全年收入三百万元，比去年多。')
    const path = `/api/articles/${id}`
    const { rev } = (await desk.proofreader.get(`${path}?draft=true`)).body
    const answer = await desk.proofreader.patch(path, { body: bodyOf('全年收入五百万元，比去年多。'), rev })
    expect(answer.status).toBe(200)
    const slip = (await desk.chief.get(`${path}/slip`)).body
    expect(slip.slip).toMatchObject({ stage: 'review3', approvedHash: null })
    expect(slip.events.at(-1)).toMatchObject({
      transition: 'reopen',
      reason: expect.stringContaining('number'),
    })
  })

  it('needs a second person for an urgent sign-off, and keeps the mark', async () => {
    const id = await drafted('急稿', '紧急通知全文。')
    const move = mover(id)
    await move(desk.editor, 'submit')
    await move(desk.sectionHead, 'setFiling', {
      filing: { required: true, no: '备2021-7', date: '2021-10-09' },
    })
    const asked = await move(desk.chief, 'override', { reason: '防汛紧急' })
    expect(asked.stage).toBe('review1')
    expect(
      (await refused(desk.chief, id, 'override', { reason: '防汛紧急', confirm: true })).codes,
    ).toContain('second.same')
    const confirmed = await move(desk.chief2, 'override', { confirm: true, reason: '同意' })
    expect(confirmed.stage).toBe('proof1')
    expect((await desk.chief.get(`/api/articles/${id}/slip`)).body.slip.urgent).toBe(true)
  })

  it('lets exactly one of two people decide at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await drafted(`同时${round}`, '同时审阅的正文。')
      await mover(id)(desk.editor, 'submit')
      const { rev, hash } = (await desk.editor.get(`/api/articles/${id}/transitions`)).body
      const answers = await Promise.all(
        [desk.editor, desk.editor2].map((who) =>
          who.post(`/api/articles/${id}/transitions/pass`, { rev, hash }),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    }
  })

  it('makes the same move over GraphQL', async () => {
    const id = await drafted('图解', '图解的正文。')
    const { rev } = (await desk.editor.get(`/api/articles/${id}/transitions`)).body
    const answer = await desk.editor.graphql(
      `mutation { transitionArticle(id: "${id}", transition: "submit", rev: ${rev}) { stage rev hash } }`,
    )
    expect(answer.body.data?.transitionArticle).toMatchObject({ stage: 'review1', rev: rev + 1 })
    const again = await desk.editor.graphql(
      `mutation { transitionArticle(id: "${id}", transition: "submit", rev: ${rev}) { stage } }`,
    )
    expect(again.body.errors[0].extensions.data.blockers.map(({ code }: any) => code)).toContain('rev.stale')
  })

  type Client = ReturnType<typeof apiClient>

  /** Makes moves as a client does: with the rev and hash it was shown. */
  function mover(id: string) {
    return async (who: Client, name: string, input: object = {}) => {
      const { rev, hash } = (await who.get(`/api/articles/${id}/transitions`)).body
      const answer = await who.post(`/api/articles/${id}/transitions/${name}`, { rev, hash, ...input })
      expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 })
      return answer.body as { stage: string; rev: number; hash: string }
    }
  }

  async function refused(who: Client, id: string, name: string, input: object = {}) {
    const { rev, hash } = (await who.get(`/api/articles/${id}/transitions`)).body
    const { status, body } = await who.post(`/api/articles/${id}/transitions/${name}`, {
      rev,
      hash,
      ...input,
    })
    return { status, codes: body.errors[0].data.blockers.map(({ code }: any) => code) as string[] }
  }

  async function drafted(headline: string, text: string): Promise<string> {
    const answer = await desk.reporter.post('/api/articles', {
      ...{ publication: printed.publication.id, headline, body: bodyOf(text), authors: [printed.author.id] },
    })
    expect(answer.status).toBe(201)
    return answer.body.doc.id
  }

  async function signedOff(headline: string, text: string): Promise<string> {
    const id = await drafted(headline, text)
    const move = mover(id)
    await move(desk.reporter, 'submit')
    await move(desk.editor, 'pass')
    await move(desk.sectionHead, 'pass')
    await move(desk.chief, 'signOff')
    return id
  }
})
