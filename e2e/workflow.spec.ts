import type { Browser, Page } from '@playwright/test'
import { expect, test, type Newsroom } from './fixtures/index.ts'
import { bodyOf } from './fixtures/bodyOf.ts'
import { ArticlePage } from './pages/articlePage.ts'
import { Newsdesk } from './fixtures/newsdesk.ts'
import { DeskPage } from './pages/deskPage.ts'
import { LoginPage } from './pages/loginPage.ts'
import { staffClient } from './fixtures/staffClient.ts'

const headline = '沿江新桥今日通车'
const corrected = '本报讯 沿江新桥今日通车，两岸居民往来更便捷。'

/** Each step is somebody else, with a browser session of their own. */
async function at(browser: Browser, newsroom: Newsroom, person: [role: string, nth?: number]): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await new LoginPage(page, newsroom.url).enter(newsroom.account(...person))
  return page
}

/** A page of its own with one article, written by the reporter: what the journey walks with. */
async function newArticle(newsdesk: Newsdesk): Promise<{ id: string; issue: string; page: string }> {
  const [editor, reporter] = [await newsdesk.as(['editor']), await newsdesk.as(['reporter'])]
  const { docs } = await editor.get('/publications?where[slug][equals]=yanjiang-wanbao&depth=0')
  const publication = docs[0].id
  const issue = await editor.create('issues', {
    publication,
    date: '2031-03-04',
    edition: 'main',
    number: '1',
  })
  const board = await newsdesk.layOut(issue.id, { op: 'addPage', number: '1', name: '要闻' })
  const page: string = board.pages[0].id
  const data = { publication, headline, bylineRaw: '顾晓川', body: bodyOf('本报讯 沿江新桥今日通车。') }
  const article = await reporter.create('articles?draft=true', data)
  await newsdesk.layOut(issue.id, { op: 'place', article: article.id, page })
  return { id: article.id, issue: issue.id, page }
}

test('an article goes from the reporter through three reviews and three proofs to its readers, with a return on the way', async ({
  browser,
  newsroom,
  anonymous,
}) => {
  test.setTimeout(300_000)
  const newsdesk = new Newsdesk(newsroom)
  const { id, issue, page: paper } = await newArticle(newsdesk)
  const published = async (): Promise<{ rest: number; graphql: string[] }> => ({
    rest: (await anonymous.get(`/articles/${id}?draft=true`)).status(),
    graphql: (
      await anonymous.graphql(
        `query ($id: String) { Articles(where: { id: { equals: $id } }) { docs { headline } } }`,
        { id },
      )
    ).Articles.docs.map((article: { headline: string }) => article.headline),
  })
  // Everybody logs in once and comes back to the page they left.
  const desks = new Map<string, Page>()
  const as = async (person: [role: string, nth?: number], act: (article: ArticlePage) => Promise<void>) => {
    const page = desks.get(person.join()) ?? (await at(browser, newsroom, person))
    desks.set(person.join(), page)
    const article = new ArticlePage(page, newsroom.url)
    await article.open(id)
    await act(article)
  }

  await test.step('记者送审', async () => {
    await as(['reporter'], async (article) => {
      await article.isAt('草稿')
      await article.page.locator('#field-kicker').fill('跨江通道再添一条')
      // What is unsaved is saved with the decision: it is about the text shown.
      await article.button('送审').click()
      await article.isAt('初审')
      await expect(article.headline).toBeDisabled()
      await expect(article.bar).toContainText('由责任编辑修改')
    })
  })
  await test.step('责任编辑退回，写明意见', async () => {
    await as(['editor'], async (article) => {
      await expect(article.page.locator('#field-kicker')).toHaveValue('跨江通道再添一条')
      await article.button('退回').click()
      await article.panel.getByRole('button', { name: '退回', exact: true }).click()
      await expect(article.panel.getByText('请填写审稿意见。')).toBeVisible()
      await article.panel.getByLabel('审稿意见').fill('请补写通车对居民的意义。')
      await article.panel.getByRole('button', { name: '退回', exact: true }).click()
      await article.isAt('草稿')
    })
  })
  await test.step('记者看到意见，改后再送', async () => {
    await as(['reporter'], async (article) => {
      await expect(article.bar).toContainText('沈知微退回：请补写通车对居民的意义。')
      await article.page.locator('#field-deck').fill('两岸居民往来更便捷')
      await article.save()
      await article.button('送审').click()
      await article.isAt('初审')
    })
  })
  await test.step('初审、复审、终审', async () => {
    await as(['editor'], async (article) => {
      await article.move('通过', { opinion: '事实清楚，同意送复审。' })
      await article.isAt('复审')
    })
    await as(['sectionHead'], async (article) => {
      await article.page.keyboard.press('Alt+Enter')
      await article.panel.getByRole('button', { name: '通过', exact: true }).click()
      await article.isAt('终审')
    })
    expect(await published()).toEqual({ rest: 404, graphql: [] })
    await as(['chief'], async (article) => {
      await article.move('签发', { opinion: '可发。' })
      await article.isAt('一校')
    })
  })
  await test.step('三校，由两位校对轮流', async () => {
    await as(['proofreader'], async (article) => {
      await article.move('校毕', { errors: { 错字: '1', 标点: '2' } })
      await article.isAt('二校')
    })
    await as(['proofreader', 2], async (article) => {
      await article.move('校毕')
      await article.isAt('三校')
    })
    await as(['proofreader'], async (article) => {
      await article.move('校毕')
      await article.isAt('待发')
    })
  })
  expect(await published()).toEqual({ rest: 404, graphql: [] })

  await test.step('签版之后，值班总编签付印、见报，读者看到', async () => {
    await newsdesk.move(['chief'], { in: 'issues', id: issue, does: 'layOut' })
    await newsdesk.move(['pageEditor'], { in: 'pages', id: paper, does: 'toProof' })
    await newsdesk.move(['sectionHead'], { in: 'pages', id: paper, does: 'sign' })
    await newsdesk.move(['chief'], { in: 'issues', id: issue, does: 'close' })
    await newsdesk.acknowledgeAll(issue)
    await as(['chief'], async ({ page }) => {
      const desk = new DeskPage(page, newsroom.url)
      await desk.open(issue)
      await desk.move('签付印', {})
      await desk.isAt('已签付印')
      expect(await published()).toEqual({ rest: 404, graphql: [] })
      await desk.move('见报', {})
      await desk.isAt('已见报')
    })
    await as(['chief'], async (article) => {
      await article.isAt('已见报')
      const rows = article.slip.locator('tbody tr')
      await expect(rows).toHaveCount(7)
      await expect(rows.first()).toContainText('请补写通车对居民的意义。')
      await expect(rows.nth(4)).toContainText('错字 1、标点 2')
    })
  })
  expect(await published()).toEqual({ rest: 200, graphql: [headline] })
})

test('whoever has reviewed a text once is refused a second review of it, with the reason on the page', async ({
  browser,
  newsroom,
}) => {
  test.setTimeout(180_000)
  const admin = await staffClient(newsroom, newsroom.account('admin'))
  const editor = newsroom.account('editor')
  const { docs } = await admin.get(`/users?where[email][equals]=${editor.email}&depth=0`)
  await admin.change('users', { id: docs[0].id, data: { roles: ['editor', 'sectionHead'] } })
  const reporter = await staffClient(newsroom, newsroom.account('reporter'))
  const client = await staffClient(newsroom, editor)
  const publication = (await client.get('/publications?where[slug][equals]=yanjiang-wanbao&depth=0')).docs[0]
    .id
  const data = {
    publication,
    headline: '夜间公交增开两线',
    bylineRaw: '顾晓川',
    body: bodyOf(corrected),
  }
  const { id } = await reporter.create('articles?draft=true', data)

  const desk = await at(browser, newsroom, ['reporter'])
  const written = new ArticlePage(desk, newsroom.url)
  await written.open(id)
  await written.button('送审').click()
  await written.isAt('初审')

  const page = await at(browser, newsroom, ['editor'])
  const article = new ArticlePage(page, newsroom.url)
  await article.open(id)
  await article.move('通过')
  await article.isAt('复审')
  await expect(article.button('通过')).toHaveCount(0)
  const reasons = await article.whyNot('通过')
  await expect(reasons).toContainText('同一人已作过本轮的初审')

  // The server refuses it as well, whatever the page shows.
  const { rev, hash } = await client.get(`/articles/${id}/transitions`)
  const refused = await client.post(`/articles/${id}/transitions/pass`, { rev, hash })
  expect(refused.status).toBe(403)
  expect(JSON.stringify(refused.body)).toContain('sod.reviewer')
  await admin.change('users', { id: docs[0].id, data: { roles: ['editor'] } })
})

test('two people write at once: nobody loses a word, and each sees what the other did', async ({
  browser,
  newsroom,
}) => {
  test.setTimeout(180_000)
  const reporter = await staffClient(newsroom, newsroom.account('reporter'))
  const editor = await staffClient(newsroom, newsroom.account('editor'))
  const publication = (await editor.get('/publications?where[slug][equals]=yanjiang-wanbao&depth=0')).docs[0]
    .id
  const data = {
    publication,
    headline: '老城供水管网换新',
    bylineRaw: '顾晓川',
    body: bodyOf('第一段。'),
  }
  const { id } = await reporter.create('articles?draft=true', data)

  const page = await at(browser, newsroom, ['reporter'])
  const article = new ArticlePage(page, newsroom.url)
  await article.open(id)
  const { rev } = await editor.get(`/articles/${id}/transitions`)
  await editor.change('articles', { id: `${id}?draft=true`, data: { rev, deck: '编辑加的副题' } })
  await article.headline.fill('老城供水管网今冬换新')
  await page.locator('#action-save-draft').click()

  const stale = page.getByRole('alert', { name: '您打开之后，稿件有了变化' })
  await expect(stale).toContainText('沈知微：保存')
  await expect(stale.getByRole('row')).toHaveCount(3)
  await expect(article.headline).toHaveValue('老城供水管网今冬换新')
  await stale.getByRole('button', { name: '继续写我的' }).click()
  await expect(stale).toHaveCount(0)
  await expect(page.locator('#field-deck')).toHaveValue('编辑加的副题')
  await expect(article.headline).toHaveValue('老城供水管网今冬换新')
  await article.save()
  const saved = await editor.get(`/articles/${id}?draft=true&depth=0`)
  expect(saved).toMatchObject({ headline: '老城供水管网今冬换新', deck: '编辑加的副题' })
})
