import { expect, test } from './fixtures/index.ts'
import { expectAccessible } from './fixtures/accessible.ts'
import { Desks } from './fixtures/desks.ts'
import { Newsdesk, type Who } from './fixtures/newsdesk.ts'
import { ArticlePage } from './pages/articlePage.ts'
import { BoardPage } from './pages/boardPage.ts'
import { DeskPage } from './pages/deskPage.ts'

/** The second proofreader is page editor too, in this journey. */
const pageEditor: Who = ['proofreader', 2]

test('the sample issue goes from import to its readers: laid out, reviewed, proofed, signed, scheduled, published', async ({
  browser,
  newsroom,
  anonymous,
}) => {
  test.setTimeout(420_000)
  const newsdesk = new Newsdesk(newsroom)
  const desks = new Desks(browser, newsroom)
  await newsdesk.roles(pageEditor, ['proofreader', 'pageEditor'])
  const chief = await newsdesk.as(['chief'])
  const issue: string = (await chief.get('/issues?where[date][equals]=2024-10-24&depth=0')).docs[0].id
  const boardOf = async (who: Who) => new BoardPage(await desks.of(who), newsroom.url)
  const deskOf = async (who: Who) => new DeskPage(await desks.of(who), newsroom.url)
  const placed = (board: any): string[] => [
    ...new Set<string>(board.pages.flatMap(({ cards }: any) => cards.map(({ article }: any) => article))),
  ]
  const before = await newsdesk.board(issue)
  const articles = placed(before)
  const plain = before.pages[0].cards.filter(({ jump, headline }: any) => jump.kind === 'none' && headline)
  const [first, second] = plain.map(titleOf)
  const jumped = before.pages[0].cards.find(({ jump }: any) => jump.kind === 'out')
  const whatReadersGet = async () => {
    const { Articles, Issues, Pages } = await anonymous.graphql(
      '{ Articles(limit: 1) { totalDocs } Issues(limit: 1) { totalDocs } Pages(limit: 1) { totalDocs } }',
    )
    return { articles: Articles.totalDocs, issues: Issues.totalDocs, pages: Pages.totalDocs }
  }
  const start = await whatReadersGet()
  const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage()

  await test.step('版面编辑用键盘、列表和鼠标移动稿件，部门主任的看板随之变动', async () => {
    const board = await boardOf(pageEditor)
    const other = await boardOf(['sectionHead'])
    await board.open(issue)
    await other.open(issue)
    const { page } = board
    const card = board.card(first, '1')
    await card.focus()
    await page.keyboard.press('Space')
    await expect(page.getByText(/已拿起，在第1版/)).toBeAttached()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await expect(page.getByText('已移到第2版第1篇。')).toBeAttached()
    await expect(board.card(first, '2')).toBeFocused()
    // Nobody has reloaded anything.
    await expect(other.card(first, '2')).toBeVisible()
    await expect(other.page.getByText('其他同事刚改动了第1、2版。')).toBeVisible()

    await page.keyboard.press('Delete')
    await expect(board.card(first)).toBeFocused()
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: '移动一篇稿件' })
    await dialog.getByLabel('移到').selectOption({ label: '第1版 要闻' })
    await dialog.getByRole('button', { name: '移动', exact: true }).click()
    await expect(board.card(first, '1')).toBeFocused()

    const from = await board.card(first, '1').boundingBox()
    const to = await board.card(second, '1').boundingBox()
    if (!from || !to) throw new Error('Both cards are on page 1.')
    await page.mouse.move(from.x + 40, from.y + 6)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y - 10, { steps: 3 })
    await page.mouse.move(to.x + 40, to.y + 2, { steps: 8 })
    await page.mouse.up()
    const others = before.pages[0].cards.map(titleOf).filter((headline: string) => headline !== first)
    others.splice(others.indexOf(second), 0, first)
    await expect.poll(() => board.headlines('1')).toEqual(others)
    await expectAccessible(page)

    // The halves of a jump go on naming each other.
    await board.card(jumped.headline, jumped.jump.page).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    await expect(board.card(jumped.headline, '1')).toContainText('下转第2版')
    await board.card(jumped.headline, '2').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await expect(board.card(jumped.headline, '1')).toContainText('下转第3版')
  })

  await test.step('新版、版名', async () => {
    const board = await boardOf(pageEditor)
    await board.page.getByRole('button', { name: '新版', exact: true }).click()
    await board.page.getByLabel('版名').fill('专版')
    await board.page.getByRole('button', { name: '添加', exact: true }).click()
    await expect(board.column('5')).toContainText('专版')
    const details = await board.details('5')
    await details.getByRole('textbox', { name: '版名' }).fill('特刊')
    await details.getByRole('button', { name: '保存', exact: true }).click()
    await expect(details.getByText('已保存。')).toBeVisible()
    await expectAccessible(board.page)
    await details.getByRole('button', { name: '删除这个空版' }).click()
    await expect(board.column('5')).toHaveCount(0)
  })

  await test.step('一篇稿件由各人在后台审完、校完，其余由接口走完', async () => {
    const byHand = before.pages[0].cards.find(({ doubts }: any) => doubts === 0)?.article ?? articles[0]
    if (before.pages[0].cards.every(({ doubts }: any) => doubts > 0)) await newsdesk.settleDoubts(byHand)
    const steps: [who: Who, move: string, stage: string, panel: boolean][] = [
      [['editor'], '送审', '初审', false],
      [['editor'], '通过', '复审', true],
      [['sectionHead'], '通过', '终审', true],
      [['chief'], '签发', '一校', true],
      [['proofreader'], '校毕', '二校', true],
      [['proofreader', 2], '校毕', '三校', true],
      [['proofreader'], '校毕', '待发', true],
    ]
    for (const [who, move, stage, panel] of steps) {
      const article = new ArticlePage(await desks.of(who), newsroom.url)
      await article.open(byHand)
      await (panel ? article.move(move) : article.button(move).click())
      await article.isAt(stage)
    }
    for (const article of articles) if (article !== byHand) await newsdesk.toReady(article)
  })

  await test.step('总编开始编排；检查列出未签的版，链接通向看板', async () => {
    const desk = await deskOf(['chief'])
    await desk.open(issue)
    await desk.move('开始编排')
    await desk.isAt('编排中')
    await expectAccessible(desk.page)
    await desk.preflight.getByRole('link', { name: /第1版/ }).first().click()
    await expect(desk.page).toHaveURL(/\/board#page-/)
  })

  await test.step('出大样、签版；一改动签版失效，版上写明原因', async () => {
    const board = await boardOf(pageEditor)
    await board.open(issue)
    await board.column('1').getByRole('button', { name: '出大样' }).click()
    await expect(board.column('1')).toContainText('大样')
    const pages = (await newsdesk.board(issue)).pages
    for (const page of pages.slice(1))
      await newsdesk.move(pageEditor, { in: 'pages', id: page.id, does: 'toProof' })

    const head = await boardOf(['sectionHead'])
    await head.open(issue)
    await head.column('1').getByRole('button', { name: '签版' }).click()
    const panel = head.page.locator('.broadsheet-details .broadsheet-panel')
    await panel.getByRole('button', { name: '签版', exact: true }).click()
    await expect(head.page.locator('.broadsheet-details')).toContainText('韩立冬 签版')
    // What one does oneself is no news.
    await expect(head.page.getByText('其他同事刚改动了')).toHaveCount(0)
    await head.close()
    for (const page of pages.slice(1))
      await newsdesk.move(['sectionHead'], { in: 'pages', id: page.id, does: 'sign' })
    await expect(head.column('4')).toContainText('韩立冬 签版')

    const article = before.pages[1].cards[0].article
    await newsdesk.move(['chief'], {
      in: 'articles',
      id: article,
      does: 'reopen',
      with: { reason: '标题再斟酌' },
    })
    await expect(head.column('2')).toContainText('签版已失效')
    await expect(head.column('2')).toContainText('罗致远')
    await newsdesk.toReady(article, 3)
    for (const { id, stage } of (await newsdesk.board(issue)).pages)
      if (stage === 'proof') await newsdesk.move(['sectionHead'], { in: 'pages', id, does: 'sign' })
    await expect(head.column('2')).toContainText('韩立冬 签版')
  })

  expect(await whatReadersGet()).toEqual(start)
  await test.step('总编截稿、确认提醒、签付印、定时又取消、见报', async () => {
    const desk = await deskOf(['chief'])
    await desk.open(issue)
    await desk.move('截稿')
    await desk.isAt('已截稿')
    await desk.acknowledgeAll()
    // Captions came with the pages, their pictures did not.
    await desk.waiveAll('版面原文只有图说，没有图片。')
    await expect(desk.preflight).toContainText('罗致远 放行')
    await expect(desk.preflight).toContainText('没有阻碍，可以付印。')
    await expectAccessible(desk.page)
    await desk.move('签付印', {})
    await desk.isAt('已签付印')
    await desk.move('定时见报', { 见报时间: '2035-05-01T06:00' })
    await desk.isAt('定时见报')
    await expect(desk.page.getByText('2035年5月1日 06:00 见报', { exact: true })).toBeVisible()
    await desk.move('取消定时')
    await desk.isAt('已签付印')
    expect(await whatReadersGet()).toEqual(start)
    const early = await reader.goto(`${newsroom.url}/yanjiang-wanbao/2024-10-24`)
    expect(early?.status()).toBe(404)
    await desk.move('见报', {})
    await desk.isAt('已见报')
    await expect(desk.page.getByRole('region', { name: '出版清单' })).toContainText(`${articles.length} 篇`)
  })

  await test.step('读者这时看到整期', async () => {
    expect(await whatReadersGet()).toEqual({
      articles: start.articles + articles.length,
      issues: start.issues + 1,
      pages: start.pages + before.pages.length,
    })
    await reader.goto(`${newsroom.url}/yanjiang-wanbao/2024-10-24`)
    for (const headline of [first, second]) await expect(reader.locator('body')).toContainText(headline)
  })

  await test.step('流程单可看、可打印、可下载', async () => {
    const page = await desks.of(['chief'])
    await page.getByRole('link', { name: '三审三校流程单' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('三审三校流程单')
    const table = page.getByRole('table', { name: '稿件' })
    await expect(table).toContainText('韩立冬')
    await expectAccessible(page)
    const csv = await page.request.get(`${newsroom.url}/api/issues/${issue}/flow-sheet.csv`)
    expect(csv.headers()['content-type']).toContain('text/csv')
    expect((await csv.text()).split('\n').length).toBeGreaterThan(articles.length)
  })
  await desks.close()
})

const titleOf = ({ headline }: { headline: string | null }) => headline ?? '（无标题）'
