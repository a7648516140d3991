import { expect } from 'vitest'

import { auditHouse } from '../src/exports/audit.ts'
import { boot } from './boot.ts'
import {
  bodyOf,
  deskMove,
  layOut,
  makeReady,
  move,
  newsroom,
  printedPage,
  type Newsroom,
} from './newsroom.ts'
import { apiClient, type Answer } from './rest.ts'

export type Row = Record<string, any> & { id: string }

export const issues = 'issues' as const
export const pages = 'pages' as const

/** Codes of what stands in the way, of a refused move. */
export const codesOf = ({ body }: Answer): string[] =>
  body.errors[0].data.blockers.map(({ code }: Row) => code)

/** A house of its own with a newsroom, a newspaper, and what the people at its desk do again and again. */
export async function openDesk() {
  const house = await boot()
  house.payload.logger.level = 'silent'
  const people = await newsroom(house.payload)
  const paper = await printedPage(house.payload)
  let day = 0

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
  return {
    ...{ house, people, paper, anonymous: apiClient() },
    ...{ write, newIssue, ready, boardOf, post, shown, correctHeadline, withdrawIssue },
    close: async () => {
      // Whatever was tried, the trail is whole.
      expect((await auditHouse(house.payload)).finding).toBeNull()
      await house.stop()
    },
  }
}
