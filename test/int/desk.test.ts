import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import {
  deskMove,
  makeReady,
  newsroom,
  printedPage,
  signIssue,
  type Newsroom,
  type Page,
} from '../newsroom.ts'
import { apiClient } from '../rest.ts'

type Row = Record<string, any> & { id: string }

const issues = 'issues' as const

describe('an issue on the desk', () => {
  let house: Booted
  let people: Newsroom
  let paper: Page
  const anonymous = apiClient()

  beforeAll(async () => {
    house = await boot()
    house.payload.logger.level = 'silent'
    people = await newsroom(house.payload)
    paper = await printedPage(house.payload)
  })
  afterAll(() => house.stop())

  it('goes from drafts to readers, signed by different people, all of it at once', async () => {
    const { issue, page, articles } = paper
    for (const { id } of articles) await makeReady(people, id)
    await signIssue(people, issue.id)
    const seenBefore = (await anonymous.get('/api/articles')).body.totalDocs
    const published = await deskMove(people.issueManager, { of: issues, id: issue.id, name: 'publish' })
    expect(published).toMatchObject({
      stage: 'published',
      articles: expect.arrayContaining(articles.map(({ id }) => id)),
    })
    expect([seenBefore, (await anonymous.get('/api/articles')).body.totalDocs]).toEqual([0, 2])
    const { body } = await anonymous.get(`/api/issues/${issue.id}?depth=0`)
    expect(body.publishedAt).toBeTruthy()
    expect(body.stage).toBeUndefined()
    const shown = (await anonymous.get(`/api/pages/${page.id}?depth=0`)).body
    expect(shown.responsibility).toEqual([
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
  })
})
