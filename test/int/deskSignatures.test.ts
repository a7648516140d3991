import { afterAll, describe, expect, it } from 'vitest'

import { codesOf, issues, openDesk, pages, type Row } from '../desk.ts'
import { bodyOf, deskMove, move, signIssue } from '../newsroom.ts'

const { people, write, newIssue, ready, boardOf, post, close } = await openDesk()
afterAll(close)

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
      expect((await people.proofreader.patch(`/api/articles/${article}`, { ...data, rev })).status).toBe(200)
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
