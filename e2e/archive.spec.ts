import { expect, test } from './fixtures/index.ts'
import { expectAccessible } from './fixtures/accessible.ts'
import { bodyOf } from './fixtures/bodyOf.ts'
import { Desks } from './fixtures/desks.ts'
import { Newsdesk, type Who } from './fixtures/newsdesk.ts'
import { BoardPage } from './pages/boardPage.ts'
import { DeskPage } from './pages/deskPage.ts'

/** An issue printed long ago of which page 2 is lost, and with it the other half of a jump. */
async function oldIssue(newsdesk: Newsdesk): Promise<{ issue: string; pages: string[] }> {
  const chief = await newsdesk.as(['chief'])
  const reporter = await newsdesk.as(['reporter'])
  const data = { name: '河畔旧报', slug: 'hepan-jiubao', profile: 'archive' }
  const publication: string = (await chief.create('publications', data)).id
  const day = { publication, date: '1986-05-04', edition: 'main', number: '112', plannedPages: 3 }
  const issue: string = (await chief.create('issues', day)).id
  await newsdesk.layOut(issue, { op: 'addPage', number: '1', name: '要闻' })
  const { pages } = await newsdesk.layOut(issue, { op: 'addPage', number: '3', name: '副刊' })
  const ids: string[] = pages.map(({ id }: { id: string }) => id)
  for (const [index, headline] of ['渡口通航', '春茶上市', '夜校招生'].entries()) {
    const text = { publication, headline, bylineRaw: '顾晓川', body: bodyOf(`本报讯 ${headline}。`) }
    const article = await reporter.create('articles?draft=true', text)
    const jump = index === 0 ? { jump: { kind: 'out', page: '2' } } : {}
    await newsdesk.layOut(issue, { op: 'place', article: article.id, page: ids[index % 2], ...jump })
  }
  return { issue, pages: ids }
}

test('an issue printed long ago goes through review and proof in bulk; what is lost of it is waived with a reason', async ({
  browser,
  newsroom,
  anonymous,
  page,
}) => {
  test.setTimeout(240_000)
  const newsdesk = new Newsdesk(newsroom)
  const desks = new Desks(browser, newsroom)
  const { issue, pages } = await oldIssue(newsdesk)
  const bulk = async (who: Who, moves: string[]) => {
    const board = new BoardPage(await desks.of(who), newsroom.url)
    await board.open(issue)
    await board.page.getByRole('button', { name: '旧报批量入库' }).click()
    const panel = board.page.getByRole('region', { name: '旧报批量入库' })
    for (const move of moves) {
      await panel.getByRole('button', { name: `${move} 3 篇` }).click()
      await expect(panel).toContainText(`${move}：完成 3 篇，未办理 0 篇。`)
    }
    await expectAccessible(board.page)
  }

  await test.step('责任编辑批量送审、签发，校对批量校毕', async () => {
    await bulk(['editor'], ['送审', '签发'])
    await bulk(['proofreader'], ['校毕'])
  })
  await test.step('出大样、签版', async () => {
    await newsdesk.move(['chief'], { in: 'issues', id: issue, does: 'layOut' })
    for (const id of pages) {
      await newsdesk.move(['pageEditor'], { in: 'pages', id, does: 'toProof' })
      await newsdesk.move(['sectionHead'], { in: 'pages', id, does: 'sign' })
    }
    await newsdesk.move(['chief'], { in: 'issues', id: issue, does: 'close' })
  })
  await test.step('值班总编写明理由放行，确认提醒，签付印，见报', async () => {
    const desk = new DeskPage(await desks.of(['chief']), newsroom.url)
    await desk.open(issue)
    await expect(desk.button('签付印')).toHaveCount(0)
    await desk.preflight.getByRole('button', { name: '放行', exact: true }).first().click()
    // Without a reason nothing is waived.
    const form = desk.preflight.locator('.broadsheet-panel')
    await form.getByRole('button', { name: '放行' }).click()
    await expect(form.getByText('请写明理由。')).toBeVisible()
    await form.getByRole('button', { name: '取消' }).click()
    await desk.waiveAll('馆藏缺第 2 版。')
    await desk.acknowledgeAll()
    await expect(desk.preflight).toContainText('馆藏缺第 2 版。')
    await desk.move('签付印', {})
    await desk.isAt('已签付印')
    expect((await anonymous.get(`/issues/${issue}`)).status()).toBe(404)
    await desk.move('见报', {})
    await desk.isAt('已见报')
    expect((await anonymous.get(`/issues/${issue}`)).status()).toBe(200)
  })
  await test.step('只有一份报纸时，首页就是它的最新一期，并写明订阅源', async () => {
    // The first journey of all: nothing else has appeared in this house.
    await page.goto('/')
    await expect(page.getByRole('heading', { name: '渡口通航' })).toBeVisible()
    const head = page.locator('head')
    await expect(head.locator('link[rel=canonical]')).toHaveAttribute('href', /\/hepan-jiubao$/)
    await expect(head.locator('link[rel=alternate][type="application/rss+xml"]')).toHaveAttribute(
      'href',
      /\/feeds\/hepan-jiubao\/rss\.xml$/,
    )
  })
  await desks.close()
})
