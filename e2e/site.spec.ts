import type { Page } from '@playwright/test'

import { expect, test } from './fixtures/index.ts'
import { expectAccessible } from './fixtures/accessible.ts'
import { bodyOf } from './fixtures/bodyOf.ts'
import { Newsdesk } from './fixtures/newsdesk.ts'
import { bringOutOldPaper, type OldPaper } from './fixtures/oldPaper.ts'
import { siteViews, type SiteView } from './fixtures/siteViews.ts'

let newsdesk: Newsdesk
let paper: OldPaper

test.beforeAll(async ({ newsroom }) => {
  newsdesk = new Newsdesk(newsroom)
  paper = await bringOutOldPaper(newsdesk)
})

const issue = () => `/${paper.slug}/1982-05-16`
const article = (name: string) => `${issue()}/a/${paper.articles[name]}`
const jumped = '汾河大桥今日通车'

test('a reader goes from the front page by the calendar to an old issue, reads a jumped article as one text, searches and opens an author', async ({
  page,
  watched,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: '汾滨日报', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: '第1版：要闻', level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('新年第一场雪')

  await page.getByRole('link', { name: '日历' }).click()
  await page.getByRole('navigation', { name: '年份' }).getByRole('link', { name: '1982' }).click()
  await page.getByRole('link', { name: '1982年5月16日 星期日' }).click()
  await expect(page).toHaveURL(new RegExp(`${issue()}$`))
  // What was printed without a headline is not given one: its text stands there.
  await expect(page.getByRole('link', { name: /^市气象台预报：明后两天多云/ })).toBeVisible()

  await page.getByRole('link', { name: '下一版' }).click()
  await page
    .getByRole('navigation', { name: '版面导航' })
    .first()
    .getByRole('link', { name: '第3版' })
    .click()
  const rest = page.getByRole('article').filter({ hasText: jumped })
  await expect(rest).toContainText('上接第1版')
  await rest.getByRole('link', { name: jumped }).click()

  const text = page.getByRole('article')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(
    /一桥飞架，两岸同庆.*汾河大桥今日通车.*四车道并行.*西岸工人上班省去一小时/s,
  )
  for (const part of ['本报讯', '等候在西岸的三十七辆客车', '从一小时到十分钟', '像是又架起了一座桥。'])
    await expect(text).toContainText(part)
  await expect(text).toContainText('本文刊于 第1版：要闻（下转第3版）、第3版：文教（上接第1版）')
  await expect(text).toContainText(`卫青禾：《${jumped}》，《汾滨日报》1982年5月16日第1版。`)
  await page.getByRole('link', { name: '下一篇' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('夏收准备早动手，全市农机检修过八成')
  // The next one was printed without a headline: it is called by how it begins, here and beside the text.
  await expect(page.getByRole('link', { name: /^下一篇 → 市气象台预报：明后两天多云/ })).toBeVisible()
  await expect(
    page.getByRole('navigation', { name: '标题导航' }).getByRole('link', { name: /^市气象台预报：/ }),
  ).toBeVisible()

  await page.getByRole('searchbox', { name: '检索词' }).fill('汾河')
  await page.getByRole('button', { name: '检索' }).click()
  await expect(page.getByRole('status')).toHaveText('共找到3篇')
  await expect(page.getByRole('main').locator('mark').first()).toHaveText('汾河')
  await page.getByRole('link', { name: '副刊' }).click()
  await expect(page.getByRole('status')).toHaveText('共找到1篇')
  await page.getByRole('main').getByRole('link', { name: '卫青禾' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('卫青禾的稿件')
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    '新年第一场雪',
    jumped,
    '河滩上的早市',
  ])
  expect(watched).toEqual({ violations: [], outside: [], errors: [] })
})

test('what a search is narrowed to stays when the words change, is shown, and can be taken away', async ({
  page,
}) => {
  await page.goto(`/search?q=${encodeURIComponent('汾河')}&from=1982&to=1982&author=${paper.author}`)
  const narrow = page.getByRole('navigation', { name: '缩小范围' })
  const chosen = page.getByRole('list', { name: '已选条件' })
  const ask = async (words: string) => {
    await page.getByRole('searchbox', { name: '检索词' }).fill(words)
    await page.getByRole('button', { name: '检索' }).click()
  }
  await narrow.getByRole('link', { name: /^要闻/ }).click()
  await expect(page.getByRole('status')).toHaveText('共找到1篇')
  // Another page would not narrow further: of a kind that is chosen none is offered.
  await expect(narrow.getByRole('link')).toHaveCount(0)
  // There is no such thing on that page by that author: what was chosen is seen all the same.
  await ask('早市')
  await expect(page.getByRole('status')).toHaveText(/^没有找到。/)
  await expect(chosen.getByRole('link')).toHaveText([
    ...['去掉 起始日期：1982-01-01×', '去掉 截止日期：1982-12-31×', '去掉 版面：要闻×', '去掉 作者：卫青禾×'],
  ])
  await chosen.getByRole('link', { name: /版面：要闻/ }).click()
  await expect(page.getByRole('status')).toHaveText('共找到1篇')
  await ask('雪')
  await expect(page.getByRole('status')).toHaveText(/^没有找到。/)
  await chosen.getByRole('link', { name: /截止日期/ }).click()
  await expect(page.getByRole('status')).toHaveText('共找到1篇')
  await chosen.getByRole('link', { name: /作者：卫青禾/ }).click()
  await expect(chosen.getByRole('link')).toHaveText(['去掉 起始日期：1982-01-01×'])
  await chosen.getByRole('link').click()
  await expect(chosen).toHaveCount(0)
  await expect(page.getByRole('searchbox', { name: '检索词' })).toHaveValue('雪')
})

test('what a search found comes first on a phone, and is ordered by day for whoever asks', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/search?q=${encodeURIComponent('今')}&publication=${paper.slug}`)
  const first = page.getByRole('main').getByRole('article').first()
  await expect(first).toBeInViewport()
  await expect(first).toContainText(jumped)
  const order = page.getByRole('navigation', { name: '排序' })
  await order.getByRole('link', { name: '按日期' }).click()
  await expect(order.getByRole('link', { name: '按日期' })).toHaveAttribute('aria-current', 'true')
  await expect(first).toContainText('新年第一场雪')
  await page.getByRole('link', { name: '缩小范围' }).click()
  const narrow = page.getByRole('navigation', { name: '缩小范围' })
  await expect(narrow).toBeInViewport()
  await narrow.getByRole('link', { name: /^要闻/ }).click()
  await page.getByRole('searchbox', { name: '检索词' }).fill('日')
  await page.getByRole('button', { name: '检索' }).click()
  expect(new URL(page.url()).searchParams.get('sort')).toBe('newest')
})

test('the site is read on a phone without JavaScript', async ({ browser, newsroom }) => {
  const context = await browser.newContext({
    ...{ baseURL: newsroom.url, javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
  })
  const page = await context.newPage()
  const fits = async () =>
    expect(await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0)

  await page.goto(`/${paper.slug}`)
  await fits()
  await page.getByRole('link', { name: '上一期' }).click()
  await fits()
  await page.getByRole('link', { name: jumped }).click()
  await expect(page.getByRole('article')).toContainText('像是又架起了一座桥。')
  await fits()
  await page.getByRole('searchbox').fill('农机检修')
  await page.getByRole('button', { name: '检索' }).click()
  await page.getByRole('link', { name: /夏收准备早动手/ }).click()
  await expect(page.getByRole('article')).toContainText('麦收临近')
  await page.goto(`/${paper.slug}/calendar/1982`)
  await fits()
  await context.close()
})

test.describe('every view of the site', () => {
  let views: SiteView[]
  const gone = new Map([
    ['article-withdrawn', 410],
    ['issue-withdrawn', 410],
    ['preview-refused', 404],
    ['english-nothing', 404],
    ['not-found', 404],
  ])

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    views = await siteViews(newsdesk, paper)
  })

  test('is sound for screen readers, in light and in dark, and speaks one language', async ({ page }) => {
    test.setTimeout(240_000)
    for (const [name, address] of views) {
      await test.step(name, async () => {
        await page.emulateMedia({ colorScheme: 'light' })
        const answer = await page.goto(address)
        expect(answer?.status()).toBe(gone.get(name) ?? 200)
        const english = name.startsWith('english')
        const language = page
          .getByRole('main')
          .evaluate((main) => main.closest('[lang]')?.getAttribute('lang'))
        expect(await language).toMatch(english ? /^en/ : /^zh/)
        await expect(page).toHaveTitle(english ? /^[^\p{Script=Han}]+$/u : /\p{Script=Han}/u)
        if (english) {
          // People and other newspapers are called what they are called.
          const said = await page
            .locator('body *:not(dd, option, script)')
            .evaluateAll((elements) =>
              elements.flatMap(({ childNodes }) =>
                [...childNodes].flatMap(({ nodeType, nodeValue }) => (nodeType === 3 ? [nodeValue] : [])),
              ),
            )
          expect(said.join('\n')).not.toMatch(/\p{Script=Han}/u)
        }
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectAccessible(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectAccessible(page, { rules: ['color-contrast'] })
      })
    }
  })

  test('is whole without JavaScript, and fits a phone', async ({ browser, newsroom }) => {
    const context = await browser.newContext({
      ...{ baseURL: newsroom.url, javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
    })
    const page = await context.newPage()
    for (const [name, address] of views) {
      await test.step(name, async () => {
        await page.goto(address)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        const wider = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
        expect(wider).toBe(0)
        // Nothing that waits for a script to show it.
        expect(await page.locator('[hidden]:not(:empty), template').count()).toBe(0)
      })
    }
    await context.close()
  })

  test('has on paper its address, and nothing that leads on', async ({ page, newsroom }) => {
    await page.emulateMedia({ media: 'print' })
    for (const [name, address] of views.filter(([name]) => ['front', 'article-jumped'].includes(name))) {
      await test.step(name, async () => {
        await page.goto(address)
        await expect(page.getByText(newsroom.url + address)).toBeVisible()
        expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
      })
    }
    await expect(page.getByRole('article')).toContainText('引用')
  })
})

test('a reader with a keyboard skips to the text, sees where they are, and reads on', async ({ page }) => {
  await page.goto(issue())
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const headline = page.getByRole('main').getByRole('link', { name: jumped })
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab')
    const outline = await page.locator(':focus').evaluate((element) => getComputedStyle(element).outlineStyle)
    expect(outline).toBe('solid')
    if (await headline.evaluate((element) => element === document.activeElement)) break
  }
  await expect(headline).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(jumped)
  await expect(
    page.getByRole('navigation', { name: '标题导航' }).getByRole('link', { name: jumped }),
  ).toHaveAttribute('aria-current', 'page')
})

test('the calendar opens at the year of the latest issue, and pages are found however their zeros are written', async ({
  page,
}) => {
  await page.goto(`/${paper.slug}/authors/${paper.author}`)
  await page.getByRole('link', { name: '日历' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1984年')
  await page.getByRole('link', { name: '上一年' }).click()
  await expect(page.getByRole('main')).toContainText('这一年没有见报的报纸。')
  await page.goto(`${issue()}/03`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('第3版：文教')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${issue()}/3$`))
})

test('the editions of a day lead to one another, and the calendar opens at their month', async ({ page }) => {
  const chief = await newsdesk.as(['chief'])
  const reporter = await newsdesk.as(['reporter'])
  const paper = { name: '双刊晚报', slug: 'shuangkan', profile: 'archive' }
  const publication: string = (await chief.create('publications', paper)).id
  const body = bodyOf('一日两刊，各有所载。')
  for (const [date, edition] of [
    ['1986-03-03', 'main'],
    ['1986-11-08', 'main'],
    ['1986-11-08', '晚版'],
  ]) {
    const issue = await chief.create('issues', { publication, date, edition, number: `${date} ${edition}` })
    const { pages } = await newsdesk.layOut(issue.id, { op: 'addPage', number: '1', name: '要闻' })
    const article = await reporter.create('articles?draft=true', {
      ...{ publication, headline: `${date} ${edition}`, body },
    })
    await newsdesk.layOut(issue.id, { op: 'place', article: article.id, page: pages[0].id })
    await newsdesk.archive(issue.id)
  }
  await page.goto('/shuangkan')
  await expect(page.getByRole('heading', { level: 2, name: '1986-11-08 main' })).toBeVisible()
  const editions = page.getByRole('navigation', { name: '版面导航' })
  await expect(editions.getByRole('link', { name: '正刊' })).toHaveAttribute('aria-current', 'true')
  await editions.getByRole('link', { name: '晚版' }).click()
  await expect(page).toHaveTitle('双刊晚报 1986年11月8日 星期六 晚版')
  await page.getByRole('link', { name: '1986-11-08 晚版' }).click()
  await expect(page.getByRole('article')).toContainText('《双刊晚报》1986年11月8日晚版第1版。')
  await editions.getByRole('link', { name: '正刊' }).click()
  await expect(page).toHaveURL(/\/shuangkan\/1986-11-08$/)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('link', { name: '日历' }).click()
  await expect(page.getByRole('link', { name: '1986年11月8日 星期六 晚版' })).toBeInViewport()
  await page.getByRole('navigation', { name: '月份' }).getByRole('link', { name: '3月' }).click()
  await expect(page.getByRole('link', { name: '1986年3月3日 星期一' })).toBeInViewport()
  await page.getByRole('link', { name: '1986年3月3日 星期一' }).click()
  await expect(editions.getByRole('link', { name: '正刊' })).toHaveCount(0)
})

test('a page tells programs what it is, and where its feeds are', async ({ page, newsroom }) => {
  const head = (selector: string, attribute: string) =>
    page.locator(`head ${selector}`).first().getAttribute(attribute)
  await page.goto(article(jumped))
  await expect(page).toHaveTitle(`${jumped} · 汾滨日报 1982年5月16日 星期日`)
  const url = newsroom.url + article(jumped)
  expect(await head('link[rel=canonical]', 'href')).toBe(url)
  expect(await head('meta[property="og:type"]', 'content')).toBe('article')
  // When it was printed, not when an archive brought it in.
  expect(await head('meta[property="article:published_time"]', 'content')).toBe('1982-05-16T00:00:00.000Z')
  expect(await newsArticleIn(page)).toMatchObject({
    ...{ '@type': 'NewsArticle', url, headline: jumped, printPage: '1, 3' },
    ...{ datePublished: '1982-05-16T00:00:00.000Z', author: [{ name: '卫青禾' }] },
  })

  for (const [place, title] of [
    [article(jumped), '汾滨日报'],
    [`${issue()}/4`, '汾滨日报 · 副刊'],
    [`/${paper.slug}/authors/${paper.author}`, '汾滨日报 · 卫青禾'],
  ] as const) {
    await page.goto(place)
    for (const type of ['rss+xml', 'atom+xml', 'feed+json']) {
      const address = String(await head(`link[rel=alternate][type="application/${type}"]`, 'href'))
      expect(new URL(address).pathname).toMatch(/^\/feeds\/fenbin-ribao\//)
      const feed = await page.request.get(address)
      expect([feed.status(), feed.headers()['content-type']]).toEqual([
        200,
        `application/${type}; charset=utf-8`,
      ])
      expect(await feed.text()).toContain(title)
    }
  }
  const robots = await (await page.request.get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${newsroom.url}/sitemap-news.xml`)
  expect((await page.request.get('/sitemap-news.xml')).headers()['content-type']).toContain('application/xml')
  expect(robots).toContain(`Sitemap: ${newsroom.url}/sitemap.xml`)
  expect(await (await page.request.get('/sitemap.xml')).text()).toContain('/sitemap-fenbin-ribao-1982-05.xml')
  expect(await (await page.request.get('/sitemap-fenbin-ribao-1982-05.xml')).text()).toContain(url)
})

test('what is not published has no page, and what was withdrawn answers 410 with its notice', async ({
  page,
  anonymous,
}) => {
  const chief = await newsdesk.as(['chief'])
  const reporter = await newsdesk.as(['reporter'])
  const { docs } = await chief.get(`/publications?where[slug][equals]=${paper.slug}`)
  const publication: string = docs[0].id
  const draft = await reporter.create('articles?draft=true', {
    ...{ publication, headline: '尚未见报的稿件', body: bodyOf('不可外传。') },
  })
  const waiting = await chief.create('issues', { publication, date: '1990-01-01', edition: 'main' })
  await newsdesk.layOut(waiting.id, { op: 'addPage', number: '1', name: '要闻' })
  const gone = paper.articles['河滩上的早市']
  for (const hidden of [
    ...[`${issue()}/a/${draft.id}`, `/${paper.slug}/1990-01-01`, `/${paper.slug}/1990-01-01/1`],
    // It stands in another issue.
    ...[`/${paper.slug}/1984-01-02/a/${gone}`, `${issue()}/9`, `/${paper.slug}/calendar/199`],
    ...[`/${paper.slug}/%E4%B`, `/${paper.slug}/a%2fb`, `/${paper.slug}/1982-05-16%3Fdepth=1`],
    ...[
      `/${paper.slug}/authors/a%2Fb`,
      `${issue()}/a/a%2Fb`,
      `/${paper.slug}/authors/${paper.author}?p=99999999999`,
    ],
  ]) {
    const answer = await page.request.get(hidden)
    expect([[400, 404].includes(answer.status()), hidden]).toEqual([true, hidden])
    expect(await answer.text()).not.toMatch(/尚未见报|不可外传/)
  }

  const withdraw = (who: 'chief' | 'sectionHead', given: object) =>
    newsdesk.move([who], { in: 'articles', id: String(gone), does: 'withdraw', with: given })
  await withdraw('chief', { reason: '作者要求', notice: '应作者要求，予以撤下。' })
  await withdraw('sectionHead', { reason: '同意', confirm: true })
  const answer = await page.goto(`${issue()}/a/${gone}`)
  expect(answer?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('本文已撤下')
  await expect(page.getByRole('main')).toContainText('应作者要求，予以撤下。')
  expect(await answer!.text()).not.toContain('卖豆腐')
  await expectAccessible(page)
  await page.getByRole('link', { name: '看本期其他稿件' }).click()
  await page.getByRole('link', { name: '第4版：副刊' }).first().click()
  await expect(page.getByRole('main')).toContainText('应作者要求，予以撤下。')
  const feed = await page.request.get(`/feeds/${paper.slug}/rss.xml`)
  expect(await feed.text()).not.toContain(gone)
  expect((await anonymous.get(`/articles/${gone}`)).status()).toBe(410)
})

/** What a page tells search engines; it must parse. */
async function newsArticleIn(page: Page): Promise<unknown> {
  return JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
}
