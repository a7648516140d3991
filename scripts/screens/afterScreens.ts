import { Newsdesk } from '../../e2e/fixtures/newsdesk.ts'
import { bringOut, closePaper, readyPaper } from '../../e2e/fixtures/paper.ts'
import type { Camera, Look } from './issueScreens.ts'

/** What is seen after the paper is out: a corrected article, the notice it leaves, and a withdrawn issue. */
export async function afterScreens({ newsroom, as, shoot }: Camera): Promise<void> {
  const newsdesk = new Newsdesk(newsroom)
  const chief = await newsdesk.as(['chief'])
  const data = { name: '晚渡日报', slug: 'wandu-ribao' }
  const publication: string = (await chief.create('publications', data)).id
  const plan = { publication, date: '2032-05-04', number: '88', headlines: ['春粮入库五百吨', '渡口通航'] }
  const printed = await readyPaper(newsdesk, plan)
  await closePaper(newsdesk, printed)
  await bringOut(newsdesk, printed)
  const [id] = printed.articles as [string]
  const article = (who: [string], does: string, given = {}) =>
    newsdesk.move(who, { in: 'articles', id, does, with: given })

  await article(['editor'], 'correct', { kind: 'correction', reason: '核对原始报表' })
  const editor = await newsdesk.as(['editor'])
  const { rev } = await editor.get(`/articles/${id}/transitions`)
  const change = { rev, headline: '春粮入库七百吨', deck: '较去年多一成' }
  await editor.change('articles', { id: `${id}?draft=true`, data: change })
  await article(['editor'], 'submitCorrection', { note: '入库量应为七百吨，原文误为五百吨。' })
  await article(['sectionHead'], 'pass')
  await article(['chief'], 'signOff')
  await article(['proofreader'], 'proof')
  await article(['chief'], 'republish')
  const next = { ...plan, date: '2032-05-05', number: '89', headlines: ['夜市开张'] }
  const owing = await readyPaper(newsdesk, next)
  await closePaper(newsdesk, owing)

  const looks: [suffix: string, look: Look][] = [
    ['', {}],
    ['-en', { language: 'en' }],
    ['-390-en', { width: 390, language: 'en' }],
  ]
  for (const [suffix, look] of looks) {
    const page = await as('chief', look)
    await page.goto(`/admin/collections/articles/${id}`, { waitUntil: 'domcontentloaded' })
    await page.locator('.broadsheet-versions li').first().waitFor({ timeout: 60_000 })
    await page.locator('.broadsheet-versions .broadsheet-link').first().click()
    await shoot(page, `article-corrected${suffix}`)
    await page.goto(`/admin/collections/issues/${owing.issue}/desk`, { waitUntil: 'domcontentloaded' })
    await page.locator('.broadsheet-preflight').first().waitFor({ timeout: 60_000 })
    await shoot(page, `desk-correction-due${suffix}`)
    await page.close()
  }
  const board = await as('pageEditor')
  await board.goto(`/admin/collections/issues/${owing.issue}/board`, { waitUntil: 'domcontentloaded' })
  await board.locator('.broadsheet-tray').waitFor({ timeout: 60_000 })
  await shoot(board, 'board-correction-due')

  const issue = { in: 'issues' as const, id: printed.issue }
  const notice = '本期因数据有误整期撤下，致歉。'
  await newsdesk.move(['chief'], { ...issue, does: 'withdraw', with: { reason: '来源不实', notice } })
  const head = await as('sectionHead')
  await head.goto(`/admin/collections/issues/${printed.issue}/desk`, { waitUntil: 'domcontentloaded' })
  await head.locator('.broadsheet-desk__head').waitFor({ timeout: 60_000 })
  await shoot(head, 'desk-withdrawal-asked')
  await newsdesk.move(['sectionHead'], { ...issue, does: 'withdraw', with: { confirm: true } })
  await head.reload()
  await head.locator('.broadsheet-desk__head').waitFor({ timeout: 60_000 })
  await shoot(head, 'desk-withdrawn')
  await head.goto('/wandu-ribao/2032-05-04')
  await shoot(head, 'site-issue-withdrawn')
}
