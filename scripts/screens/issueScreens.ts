import type { Page } from '@playwright/test'

import { Newsdesk } from '../../e2e/fixtures/newsdesk.ts'
import type { Newsroom } from '../../e2e/fixtures/startNewsroom.ts'
import { fullIssue, smallIssue } from './issues.ts'

/** How the screens are taken: a browser in which nobody is logged in, as somebody would have it set. */
export interface Camera {
  newsroom: Newsroom
  /** A page in which this person is logged in. */
  as: (role: string, look?: Look) => Promise<Page>
  shoot: (page: Page, name: string) => Promise<void>
}

/** Width, colours and language of the browser. */
export interface Look {
  width?: number
  dark?: boolean
  language?: 'zh' | 'en'
}

/** The page board and the issue desk in every state, from an empty issue to a published one. */
export async function issueScreens({ newsroom, as, shoot }: Camera): Promise<void> {
  const newsdesk = new Newsdesk(newsroom)
  const chief = await newsdesk.as(['chief'])
  const sample: string = (await chief.get('/issues?limit=1&depth=0')).docs[0].id
  const publication: string = (await chief.get('/publications?limit=1&depth=0')).docs[0].id
  const visit = async (page: Page, view: { name: string; address: string; ready: string }) => {
    await page.goto(`/admin${view.address}`, { waitUntil: 'domcontentloaded' })
    await page.locator(view.ready).first().waitFor({ timeout: 60_000 })
    await shoot(page, view.name)
  }
  const board = (issue: string) => ({
    address: `/collections/issues/${issue}/board`,
    ready: '.broadsheet-tray',
  })
  const desk = (issue: string) => ({
    address: `/collections/issues/${issue}/desk`,
    ready: '.broadsheet-desk__head',
  })
  const looks: [suffix: string, look: Look][] = [
    ['', {}],
    ['-1024-dark', { width: 1024, dark: true }],
    ['-390-en', { width: 390, language: 'en' }],
  ]
  for (const [suffix, look] of looks) {
    const page = await as('pageEditor', look)
    await visit(page, { name: `board-sample${suffix}`, ...board(sample) })
    await visit(page, { name: `desk-blocked${suffix}`, ...desk(sample) })
    await visit(page, { name: `production${suffix}`, address: '/production', ready: 'table' })
    await page.close()
  }

  const empty = await chief.create('issues', { publication, date: '2031-01-02', edition: 'main' })
  const full = await fullIssue(newsdesk, { publication, date: '2031-01-03' })
  const pageEditor = await as('pageEditor')
  await visit(pageEditor, { name: 'board-empty', ...board(empty.id) })
  await visit(pageEditor, { name: 'desk-empty', ...desk(empty.id) })
  await visit(pageEditor, { name: 'board-full', ...board(full) })

  // One issue on its way, looked at after each step.
  const small = await smallIssue(newsdesk, { publication, date: '2031-01-04' })
  const atDesk = await as('chief')
  for (const [state, walk] of small.steps) {
    await walk()
    await visit(atDesk, { name: `desk-${state}`, ...desk(small.issue) })
    await visit(atDesk, { name: `board-${state}`, ...board(small.issue) })
  }
  await visit(atDesk, {
    name: 'flow-sheet',
    address: `/flow-sheet/${small.issue}`,
    ready: '.broadsheet-sheet table',
  })
}
