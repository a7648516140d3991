import { bodyOf } from './fixtures/bodyOf.ts'
import { expect, test } from './fixtures/index.ts'
import { Newsdesk } from './fixtures/newsdesk.ts'
import { newspaper } from './fixtures/paper.ts'
import { LoginPage } from './pages/loginPage.ts'

test('a wrong password is refused in words, the right one opens the admin in Chinese', async ({
  page,
  newsroom,
  watched,
}) => {
  const login = new LoginPage(page, newsroom.url)
  const editor = newsroom.account('editor')
  // Whatever other journeys have published, one issue is under way, and one article waits for the editor.
  const newsdesk = new Newsdesk(newsroom)
  const publication = await newspaper(newsdesk, { name: '晨渡日报', slug: 'chendu-ribao' })
  const issue = { publication, date: '2033-02-01', edition: 'main', plannedPages: 1 }
  const { id } = await (await newsdesk.as(['chief'])).create('issues', issue)
  const text = {
    publication,
    headline: '渡口早班提前',
    bylineRaw: '记者 顾晓川',
    body: bodyOf('本报讯 渡口早班提前一刻钟。'),
  }
  const article = await (await newsdesk.as(['reporter'])).create('articles?draft=true', text)
  await newsdesk.move(['editor'], { in: 'articles', id: article.id, does: 'submit' })

  await login.open()
  await login.submit({ ...editor, password: 'not the password' })
  await expect(page.getByText('提供的电子邮件或密码不正确。')).toBeVisible()
  await expect(page).toHaveURL(`${newsroom.url}/admin/login`)

  await login.submit(editor)
  await page.waitForURL(`${newsroom.url}/admin`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh')
  // What waits for this person, and the issues under way, stand above the collections.
  await page.getByRole('link', { name: /^待我处理 \d+$/ }).click()
  await expect(page).toHaveURL(/\/articles\?queue=mine\b/)
  // Its address carries it through whatever Payload's list adds to the address.
  const shown = page.getByText(/^这里只列出“待我处理”/)
  await expect(shown).toContainText(/的稿件，共 \d+ 篇。/)
  await page.getByRole('table').getByRole('link').first().click()
  await page.waitForURL(/\/articles\/[a-z0-9]+$/)
  await page.goBack()
  await expect(shown).toContainText(/的稿件，共 \d+ 篇。/)
  await page.getByRole('textbox', { name: /^搜索/ }).fill('没有这样的稿件')
  await expect(page).toHaveURL(/queue=mine.*search=/)
  await expect(shown).toContainText('符合您搜索或筛选条件的稿件')
  await page.getByRole('link', { name: '查看全部稿件' }).click()
  await expect(shown).toBeHidden()
  await expect(page).not.toHaveURL(/queue=/)
  await page.goto(`${newsroom.url}/admin/collections/articles?queue=nonsense`)
  await expect(page.getByText('没有名为“nonsense”的队列，所以没有列出稿件。')).toBeVisible()
  await expect(page.getByRole('table')).toBeHidden()
  await page.goto(`${newsroom.url}/admin`)
  const underWay = page.getByRole('table', { name: '出版中的各期' })
  await underWay.locator(`a[href$="/issues/${id}/board"]`).click()
  await expect(page).toHaveURL(/\/board$/)

  expect(watched).toEqual({ violations: [], outside: [], errors: [] })
})

test('the front page and an address that does not exist keep to the content security policy', async ({
  page,
  newsroom,
  watched,
}) => {
  const front = await page.goto(newsroom.url)
  expect(front?.status()).toBe(200)
  // The shelf of all newspapers or, while only one has published, its latest issue.
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page).not.toHaveTitle(/没有这个页面/)
  const icon = await page.request.get(`${newsroom.url}/favicon.ico`)
  expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/svg+xml'])
  const missing = await page.goto(`${newsroom.url}/no-such-page`)
  expect(missing?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面')
  expect(watched).toEqual({ violations: [], outside: [], errors: [] })
})

test('no script of a page runs without the nonce of its answer', async ({ page, newsroom }) => {
  await page.goto(newsroom.url)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "injected"'
    document.head.append(script)
  })
  expect(await page.title()).not.toBe('injected')
})
