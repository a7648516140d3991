import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { expect, test } from './fixtures/index.ts'
import { Newsdesk } from './fixtures/newsdesk.ts'
import { newspaper, readyPaper } from './fixtures/paper.ts'
import { watchPage } from './fixtures/watchPage.ts'

/** Presses the admin's button of preview and gives the tab that it opens. */
async function openPreview(page: Page, { of, button }: { of: string; button: string }): Promise<Page> {
  await page.goto(of)
  const link = page.getByRole('link', { name: button, exact: true })
  await expect(link).toBeVisible({ timeout: 60_000 })
  const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()])
  await tab.waitForLoadState()
  return tab
}

/** Somebody outside: no session, and no traces of one. */
async function outsider(browser: Browser, url: string) {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  const watched = watchPage(page, new URL(url).origin)
  const answer = await page.goto(url)
  return { page, watched, status: answer?.status(), headers: answer?.headers() ?? {} }
}

/** Expects a heading; on the page it is broken at its phrases. */
async function expectHeading(page: Page, headline: string): Promise<void> {
  const headings = async () =>
    (await page.getByRole('heading').allTextContents()).map((text) => text.replaceAll(/\s/g, ''))
  await expect
    .poll(async () => (await headings()).some((text) => text.includes(headline.replaceAll(/\s/g, ''))))
    .toBe(true)
}

test('the button of preview opens one article or one issue, for whoever has the link, and nothing else', async ({
  browser,
  newsroom,
  anonymous,
  page,
  login,
}) => {
  test.setTimeout(240_000)
  const newsdesk = new Newsdesk(newsroom)
  const publication = await newspaper(newsdesk, { name: '试读晚报', slug: 'shidu-wanbao' })
  const { issue } = await readyPaper(newsdesk, {
    ...{ publication, date: '2033-06-01', number: '1', headlines: ['渡口添了新灯', '菜市场明早提前开门'] },
  })
  const [card, other] = (await newsdesk.board(issue)).pages[0].cards
  await login(page, 'editor')

  const article = await test.step('稿件', async () => {
    const of = `${newsroom.url}/admin/collections/articles/${card.article}`
    const tab = await openPreview(page, { of, button: '预览' })
    await expectHeading(tab, card.headline)
    await expect(tab.getByText('预览：尚未见报，请勿转发')).toBeVisible()
    await expectAccessible(tab)
    return tab.url()
  })
  expect(article).toContain(`${newsroom.url}/preview/a.${card.article}.`)

  await test.step('链接给了谁，谁就能看：没有账号也能看，但只看得到这一篇', async () => {
    const { page: tab, status, headers, watched } = await outsider(browser, article)
    expect(status).toBe(200)
    await expectHeading(tab, card.headline)
    expect((await tab.locator('body').textContent())?.replaceAll(/\s/g, '')).not.toContain(other.headline)
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-robots-tag']).toContain('noindex')
    expect(watched).toEqual({ violations: [], outside: [], errors: [] })
    for (const id of [card.article, other.article]) {
      expect((await tab.request.get(`${newsroom.url}/api/articles/${id}`)).status()).toBe(404)
      expect((await anonymous.get(`/articles/${id}?draft=true`)).status()).toBe(404)
    }
    await tab.context().close()
  })

  await test.step('整期', async () => {
    const of = `${newsroom.url}/admin/collections/issues/${issue}`
    const tab = await openPreview(page, { of, button: '预览' })
    expect(tab.url()).toContain(`/preview/i.${issue}.`)
    for (const { headline } of [card, other]) {
      await expectHeading(tab, headline)
    }
    await expectAccessible(tab)
  })

  await test.step('改动链接就打不开，页面用文字说明', async () => {
    const [, id, expires, signature] = article.split('/preview/')[1]!.split('.') as [string, ...string[]]
    const forged = [
      `a.${other.article}.${expires}.${signature}`,
      `i.${issue}.${expires}.${signature}`,
      `a.${id}.${Number(expires) + 60}.${signature}`,
      'nothing',
    ]
    for (const token of forged) {
      const { page: tab, status } = await outsider(browser, `${newsroom.url}/preview/${token}`)
      expect({ token, status }).toEqual({ token, status: 404 })
      await expect(tab.getByText('这个预览链接无效')).toBeVisible()
      expect(await tab.locator('h1, h2').allTextContents()).toEqual(['预览打不开'])
      await tab.context().close()
    }
  })

  await test.step('English', async () => {
    const english = await browser.newContext({
      locale: 'en-US',
      storageState: await page.context().storageState(),
    })
    await english.addCookies([{ name: 'payload-lng', value: 'en', url: newsroom.url }])
    const tab = await english.newPage()
    const of = `${newsroom.url}/admin/collections/articles/${card.article}`
    const shown = await openPreview(tab, { of, button: 'Preview' })
    await expectHeading(shown, card.headline)
    await english.close()
  })
})
