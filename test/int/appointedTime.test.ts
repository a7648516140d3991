import { afterAll, describe, expect, it } from 'vitest'

import { publishDue } from '../../src/exports/server.ts'
import { optionsOf } from '../../src/options.ts'
import { codesOf, issues, openDesk, type Row } from '../desk.ts'
import { deskMove, move, signIssue } from '../newsroom.ts'

const { house, people, anonymous, newIssue, ready, boardOf, post, shown, close } = await openDesk()
afterAll(close)

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
