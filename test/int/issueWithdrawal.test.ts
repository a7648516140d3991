import { afterAll, expect, it } from 'vitest'

import { auditHouse } from '../../src/exports/audit.ts'
import { issues, openDesk, type Row } from '../desk.ts'
import { bringOut, deskMove } from '../newsroom.ts'

const { house, people, anonymous, newIssue, ready, correctHeadline, withdrawIssue, close } = await openDesk()
afterAll(close)

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
  expect(both.docs.map(({ article: shown }: Row) => shown.headline)).toEqual(['早晚两版更正', '早晚两版更正'])
  expect((await people.auditor.get(`/api/issues/${late.id}/edition`)).body).toMatchObject({
    ...{ kind: 'issueReinstatement', manifest: { articles: [{ id: article, version: 2 }] } },
  })
  expect((await auditHouse(house.payload)).finding).toBeNull()
})

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
