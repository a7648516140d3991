import type { Page } from '@playwright/test'

import { expect, test } from './fixtures/index.ts'
import { expectAccessible } from './fixtures/accessible.ts'
import { Desks } from './fixtures/desks.ts'
import { Newsdesk, type Who } from './fixtures/newsdesk.ts'
import { bringOut, closePaper, readyPaper, newspaper } from './fixtures/paper.ts'
import { ArticlePage } from './pages/articlePage.ts'
import { DeskPage } from './pages/deskPage.ts'

test('a wrong figure found after publication is put right by four people; readers see the note, and the next issue owes them a notice', async ({
  browser,
  newsroom,
}) => {
  test.setTimeout(180_000)
  const newsdesk = new Newsdesk(newsroom)
  const desks = new Desks(browser, newsroom)
  const publication = await newspaper(newsdesk, { name: '晚渡日报', slug: 'wandu-ribao' })
  const printed = await readyPaper(newsdesk, {
    ...{ publication, date: '2032-05-04', number: '88', headlines: ['春粮入库五百吨'] },
  })
  await closePaper(newsdesk, printed)
  await bringOut(newsdesk, printed)
  const next = await readyPaper(newsdesk, {
    ...{ publication, date: '2032-05-05', number: '89', headlines: ['夜市开张'] },
  })
  const [wrong] = printed.articles as [string, string]
  const reader: Page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const address = `${newsroom.url}/wandu-ribao/2032-05-04/a/${wrong}`
  const seen = async () => {
    await reader.goto(address)
    return (await reader.getByRole('article').innerText()).replaceAll(/\s+/g, ' ')
  }
  const at = async (who: Who, act: (article: ArticlePage) => Promise<void>) => {
    const article = new ArticlePage(await desks.of(who), newsroom.url)
    await article.open(wrong)
    await act(article)
  }
  const before = await seen()
  expect(before).toContain('春粮入库五百吨')

  await test.step('责任编辑更正：改数字，写明告读者的话，送审', async () => {
    await at(['editor'], async (article) => {
      await article.move('更正', {
        choices: { 更正类别: '更正' },
        texts: { 理由: '来电指出数字有误，核对原始报表。' },
      })
      await article.isAt('更正中')
      await article.headline.fill('春粮入库七百吨')
      await article.move('更正送审', {
        texts: { 给读者的更正说明: '入库量应为七百吨，原文误为五百吨。' },
      })
      await article.isAt('复审')
    })
    expect(await seen()).toBe(before)
  })
  await test.step('部门主任、值班总编、校对', async () => {
    await at(['sectionHead'], async (article) => {
      await article.move('通过')
      await article.isAt('终审')
    })
    await at(['chief'], async (article) => {
      await article.move('签发')
      await article.isAt('三校')
    })
    await at(['proofreader'], async (article) => {
      await article.move('校毕')
      await article.isAt('待发')
    })
    expect(await seen()).toBe(before)
  })
  await test.step('值班总编重新发布，读者看到新文和说明', async () => {
    await at(['chief'], async (article) => {
      await article.move('重新发布')
      await article.isAt('已见报')
    })
    await expect.poll(seen).toContain('春粮入库七百吨')
    await expect(reader.getByRole('region', { name: '更正' })).toContainText(
      '入库量应为七百吨，原文误为五百吨。',
    )
    await expect(reader.locator('body')).not.toContainText('来电指出')
    await expectAccessible(reader)
  })

  await test.step('后台可打开、可对照读者看到过的每一稿', async () => {
    await at(['editor'], async ({ slip }) => {
      const versions = slip.getByRole('region', { name: '读者看到过的文字' })
      await expect(versions.getByRole('listitem')).toHaveCount(2)
      await expect(versions.getByRole('listitem').nth(1)).toContainText(
        '告读者：入库量应为七百吨，原文误为五百吨。',
      )
      const changed = versions.getByRole('row').filter({ hasText: '标题' })
      await expect(changed.getByRole('cell')).toHaveText(['春粮入库五百吨', '春粮入库七百吨'])
      await versions.getByRole('button', { name: '打开第 1 稿' }).click()
      await expect(versions.getByRole('listitem').first()).toContainText('本报讯 春粮入库五百吨。')
    })
  })

  const chief = await newsdesk.as(['chief'])
  const notice: string = (await chief.get(`/articles?draft=true&depth=0&where[corrects][equals]=${wrong}`))
    .docs[0].id
  const desk = new DeskPage(await desks.of(['chief']), newsroom.url)
  const owed = desk.preflight.getByRole('listitem').filter({ hasText: '更正该登未登' })
  await test.step('下一期付印前检查提醒更正未登；没有人表态之前不能签付印', async () => {
    await closePaper(newsdesk, next)
    await desk.open(next.issue)
    await expect(owed).toContainText('《更正》应在本期（第1版）刊登，还没有上版。')
    await expect(desk.button('签付印')).toHaveCount(0)
    expect(await refusedToSign(newsdesk, next.issue)).toContain('preflight.unacknowledged')
  })
  await test.step('写明理由放行，可签；撤销放行，又不可签；署名确认也可签', async () => {
    await owed.getByRole('button', { name: '放行', exact: true }).click()
    const form = desk.preflight.locator('.broadsheet-panel')
    await form.getByLabel('放行理由').fill('网站已说明，报纸下周统一刊登。')
    await form.getByRole('button', { name: '放行' }).click()
    await expect(owed).toContainText('罗致远 放行')
    await expect(owed).toContainText('网站已说明，报纸下周统一刊登。')
    await expect(desk.button('签付印')).toBeVisible()
    await owed.getByRole('button', { name: '撤销放行' }).click()
    await expect(desk.button('签付印')).toHaveCount(0)
    await owed.getByRole('button', { name: '我已知悉' }).click()
    await expect(owed).toContainText('罗致远 已确认')
    await expect(desk.button('签付印')).toBeVisible()
  })
  await test.step('启事审完、校完、上了原来的版位，提醒消失；签付印，见报', async () => {
    await newsdesk.toReady(notice)
    await newsdesk.move(['sectionHead'], {
      ...{ in: 'pages', id: next.page, does: 'unsign', with: { reason: '加登更正' } },
    })
    await newsdesk.layOut(next.issue, { op: 'place', article: notice, page: next.page })
    await newsdesk.move(['sectionHead'], { in: 'pages', id: next.page, does: 'sign' })
    await desk.open(next.issue)
    await expect(owed).toHaveCount(0)
    await desk.acknowledgeAll()
    await desk.move('签付印', {})
    await desk.isAt('已签付印')
    await desk.move('见报', {})
    await desk.isAt('已见报')
  })
  await test.step('读者在下一期看到启事，与原文互相指引', async () => {
    await reader.goto(`${newsroom.url}/wandu-ribao/2032-05-05/a/${notice}`)
    await expect(reader.getByRole('article')).toContainText(
      '本报2032年5月4日第1版《春粮入库五百吨》一文有误：入库量应为七百吨，原文误为五百吨。特此更正。',
    )
    await reader.getByRole('link', { name: '《春粮入库七百吨》' }).click()
    await expect(reader).toHaveURL(address)
    await reader.getByRole('link', { name: '2032年5月5日 《更正' }).click()
    await expect(reader).toHaveURL(/\/2032-05-05\/a\//)
  })
  await desks.close()
})

test('two people withdraw a whole issue: nobody can read anything of it, and each of its addresses says why', async ({
  browser,
  newsroom,
  anonymous,
}) => {
  test.setTimeout(120_000)
  const newsdesk = new Newsdesk(newsroom)
  const desks = new Desks(browser, newsroom)
  const publication = await newspaper(newsdesk, { name: '北岸晨报', slug: 'beian-chenbao' })
  const printed = await readyPaper(newsdesk, {
    ...{ publication, date: '2032-06-01', number: '7', headlines: ['水闸启用', '新茶上市'] },
  })
  await closePaper(newsdesk, printed)
  await bringOut(newsdesk, printed)
  const [article] = printed.articles as [string, string]
  const issue = '/beian-chenbao/2032-06-01'
  const addresses = [issue, `${issue}/1`, `${issue}/a/${article}`]
  const reader = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const statuses = async () => {
    const answers = []
    for (const path of addresses) answers.push((await reader.goto(newsroom.url + path))?.status())
    return answers
  }
  expect(await statuses()).toEqual([200, 200, 200])

  await test.step('值班总编请求，什么都还没有变', async () => {
    const desk = new DeskPage(await desks.of(['chief']), newsroom.url)
    await desk.open(printed.issue)
    await desk.move('撤下', { 理由: '整期数据来源不实', 给读者的说明: '本期因数据有误整期撤下，致歉。' })
    await expect(desk.page.getByText(/已请求撤下本期/)).toBeVisible()
    await desk.page.goto(`${newsroom.url}/admin`)
    await expect(desk.page.getByRole('region', { name: '您提出的' })).toContainText('北岸晨报 2032-06-01')
    await expect(desk.page.getByRole('region', { name: '等您确认' })).toHaveCount(0)
    await desk.open(printed.issue)
    await desk.isAt('已见报')
    expect(await statuses()).toEqual([200, 200, 200])
  })
  await test.step('部门主任确认，读者处处看到说明', async () => {
    const desk = new DeskPage(await desks.of(['sectionHead']), newsroom.url)
    // It waits on the first page of whoever may confirm it, and of nobody else.
    await desk.page.goto(`${newsroom.url}/admin`)
    const waiting = desk.page.getByRole('region', { name: '等您确认' })
    await expect(waiting).toContainText('整期数据来源不实')
    await waiting.getByRole('link', { name: /撤下\s*整期：北岸晨报 2032-06-01/ }).click()
    await desk.move('确认撤下', {})
    await desk.isAt('已撤下')
    await expect.poll(statuses).toEqual([410, 410, 410])
    for (const path of addresses) {
      await reader.goto(newsroom.url + path)
      await expect(reader.locator('body')).toContainText('本期因数据有误整期撤下，致歉。')
      await expect(reader.locator('body')).not.toContainText('水闸启用')
      await expect(reader.locator('body')).not.toContainText('数据来源不实')
    }
    await expectAccessible(reader)
    const gone = await anonymous.get(`/issues/${printed.issue}`)
    expect(gone.status()).toBe(410)
    expect((await gone.json()).errors[0].data.notice).toBe('本期因数据有误整期撤下，致歉。')
    await reader.goto(`${newsroom.url}/beian-chenbao`)
    await expect(reader.locator('body')).not.toContainText('2032-06-01')
  })
  await desks.close()
})

/** The reasons why nobody may sign the issue now. */
async function refusedToSign(newsdesk: Newsdesk, issue: string): Promise<string> {
  const chief = await newsdesk.as(['chief'])
  const { rev, hash } = await chief.get(`/issues/${issue}/transitions`)
  return JSON.stringify((await chief.post(`/issues/${issue}/transitions/sign`, { rev, hash })).body)
}
