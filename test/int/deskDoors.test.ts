import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { newId } from '../../src/database/newId.ts'
import { auditHouse } from '../../src/exports/audit.ts'
import { publishDue } from '../../src/exports/server.ts'
import { optionsOf } from '../../src/options.ts'
import { boot, type Booted } from '../boot.ts'
import { makeSignedIssue, type MadeIssue } from '../madeIssue.ts'
import {
  deskMove,
  layOut,
  newsroom,
  printedPage,
  signedIn,
  signIssue,
  type Newsroom,
  type Page,
} from '../newsroom.ts'

type Row = Record<string, any> & { id: string }

describe('what an issue’s signature stands on', () => {
  let house: Booted
  let people: Newsroom
  let paper: Page
  let day = 0

  beforeAll(async () => {
    house = await boot()
    house.payload.logger.level = 'silent'
    people = await newsroom(house.payload)
    paper = await printedPage(house.payload)
  })
  afterAll(async () => {
    expect((await auditHouse(house.payload)).finding).toBeNull()
    await house.stop()
  })

  const of = 'issues' as const
  const shown = async (id: string) => (await people.chief.get(`/api/issues/${id}/transitions`)).body
  const emptyIssue = async (date: string): Promise<string> => {
    const { body } = await people.issueManager.post('/api/issues', {
      ...{ publication: paper.publication.id, edition: 'main', number: date, date },
    })
    return body.doc.id
  }
  const newIssue = async (date: string) => {
    const id = await emptyIssue(date)
    const board = await layOut(people.pageEditor, id, { op: 'addPage', name: '要闻' })
    return { id, page: String(board.pages[0].id) }
  }
  const otherPaper = async () => {
    const slug = `p-${newId()}`
    return String((await house.payload.create({ collection: 'publications', data: { name: slug, slug } })).id)
  }

  it('keeps a page in its issue, with what stands on it, whoever asks otherwise over REST or GraphQL', async () => {
    const elsewhere = await emptyIssue('2026-02-01')
    const before = (await people.pageEditor.get(`/api/issues/${paper.issue.id}/board`)).body
    for (const who of ['editor', 'sectionHead', 'chief', 'pageEditor', 'issueManager'] as const)
      await people[who].patch(`/api/pages/${paper.page.id}`, { issue: elsewhere })
    await people.pageEditor.patch(`/api/pages?where[id][equals]=${paper.page.id}`, { issue: elsewhere })
    await people.pageEditor.graphql(
      `mutation { updatePage(id: "${paper.page.id}", data: { issue: "${elsewhere}" }) { id } }`,
    )
    const after = (await people.pageEditor.get(`/api/issues/${paper.issue.id}/board`)).body
    expect(after.pages.map(({ id }: Row) => id)).toEqual([paper.page.id])
    expect(after.pages[0].cards.map(({ article }: Row) => article)).toEqual(
      before.pages[0].cards.map(({ article }: Row) => article),
    )
    expect((await people.pageEditor.get(`/api/issues/${elsewhere}/board`)).body.pages).toEqual([])
  })

  it('keeps an issue with its newspaper, whose texts stand on its pages', async () => {
    const other = await otherPaper()
    for (const who of ['editor', 'chief', 'issueManager'] as const)
      await people[who].patch(`/api/issues/${paper.issue.id}`, { publication: other })
    const { body } = await people.chief.get(`/api/issues/${paper.issue.id}?depth=0`)
    expect(body.publication).toBe(paper.publication.id)
  })

  it('keeps a page whose transcript came with it: only an empty page of one’s own can go', async () => {
    const { page, id } = await newIssue('2026-02-02')
    const transcript = newId()
    await house.payload.db.create({
      collection: 'transcripts',
      data: {
        ...{ id: transcript, fileName: '1.txt', publication: paper.publication.id, issue: id, page },
        ...{ sha256: 'a'.repeat(64), text: '原文', encoding: 'utf-8', lineCount: 1, current: true },
      },
    })
    const refused = await people.chief.delete(`/api/pages/${page}`)
    expect([refused.status, refused.body.errors[0].data.code]).toEqual([409, 'inUse'])
    await house.payload.db.deleteMany({ collection: 'transcripts', where: { id: { equals: transcript } } })
    expect((await people.chief.delete(`/api/pages/${page}`)).status).toBe(200)
  })

  it('is published with a manifest that names the profile in force', async () => {
    const { id } = await newIssue('2026-02-03')
    await signIssue(people, id)
    await deskMove(people.issueManager, { of, id, name: 'publish' })
    const { manifest } = (await people.auditor.get(`/api/issues/${id}/edition`)).body
    expect(manifest.of.profile).toBe('newsroom')
  })

  it.each([
    ['a day that no calendar has', '2035-02-30T06:00:00Z'],
    ['a year that does not compare', '9999-12-31T23:59:59-12:00'],
    ['a time without a zone', '2035-02-03T06:00'],
    ['a zone that there is not', '2035-02-03T06:00:00+99:00'],
    ['the past, said in another zone', '2020-01-01T00:00:00+14:00'],
  ])('is not put off to %s', async (_, publishAt) => {
    const { id } = await newIssue(`2026-03-${String((day += 1)).padStart(2, '0')}`)
    await signIssue(people, id)
    const { rev } = await shown(id)
    const answer = await people.issueManager.post(`/api/issues/${id}/transitions/schedule`, {
      rev,
      publishAt,
    })
    expect(answer.status).toBe(400)
    expect((await shown(id)).stage).toBe('signed')
  })

  it('is not outlived by an embargo that says it ends in a year which does not compare', async () => {
    const [article] = paper.articles
    const { rev, hash } = (await people.editor.get(`/api/articles/${article.id}/transitions`)).body
    const answer = await people.editor.post(`/api/articles/${article.id}/transitions/setEmbargo`, {
      ...{ rev, hash, embargoUntil: '9999-12-31T23:59:59-12:00' },
    })
    expect([answer.status, answer.body.errors[0].data.blockers[0].code]).toEqual([400, 'input.invalid'])
  })

  it.each([
    ['lists', `{"rev":1,"items":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['objects', `${'{"op":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['brackets in a text', JSON.stringify({ rev: 0, reason: '[{"'.repeat(200), items: [] })],
  ])('answers a request of %s in words, however deep', async (what, body) => {
    const { default: config } = await import('../../payload.config.ts')
    const { handleEndpoints } = await import('payload')
    const { token } = await signedIn(house.payload, { roles: ['chief'], name: 'digger' })
    const url = `http://localhost/api/issues/${paper.issue.id}/transitions/unwaive`
    const answer = await handleEndpoints({
      config,
      request: new Request(url, { method: 'POST', headers: { authorization: `JWT ${token}` }, body }),
    })
    expect(answer.status).toBe(what === 'brackets in a text' ? 409 : 400)
  })

  it('publishes the others at their time when one issue cannot be published at all', async () => {
    const { slugs } = optionsOf(house.payload)
    const soon = new Date(Date.now() + 60_000).toISOString()
    const scheduled = async (): Promise<MadeIssue> => {
      const made = await makeSignedIssue(house.payload, { pages: 1, articles: 1, paragraphs: 1 })
      await deskMove(people.issueManager, {
        of,
        id: made.issue,
        name: 'schedule',
        input: { publishAt: soon },
      })
      return made
    }
    const [broken, sound] = [await scheduled(), await scheduled()]
    // Somebody with the database put a row where the next event belongs.
    const row = await house.payload.db.findOne<Row>({
      collection: slugs.issues,
      where: { id: { equals: broken.issue } },
    })
    const last = await house.payload.db.findOne<Row>({
      collection: slugs.workflowEvents,
      where: { and: [{ subject: { equals: broken.issue } }, { seq: { equals: row!.trailSeq } }] },
    })
    const stray = newId()
    const { _id, createdAt, updatedAt, ...event } = last as Row
    void [_id, createdAt, updatedAt]
    await house.payload.db.create({
      collection: slugs.workflowEvents,
      data: { ...event, id: stray, seq: row!.trailSeq + 1 },
    })
    const due = await publishDue({
      ...{ slugs, payload: house.payload },
      now: new Date(Date.parse(soon) + 1_000).toISOString(),
    })
    await house.payload.db.deleteMany({ collection: slugs.workflowEvents, where: { id: { equals: stray } } })
    const outcomes = new Map(due.map(({ issue, outcome }) => [issue, outcome]))
    expect([outcomes.get(broken.issue), outcomes.get(sound.issue)]).toEqual(['failed', 'published'])
    const again = await publishDue({
      ...{ slugs, payload: house.payload },
      now: new Date(Date.parse(soon) + 2_000).toISOString(),
    })
    expect(again).toMatchObject([{ issue: broken.issue, outcome: 'published' }])
  })
})
