import { chromium, type Page } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { startNewsroom } from '../e2e/fixtures/startNewsroom.ts'
import { LoginPage } from '../e2e/pages/loginPage.ts'
import { findChromium } from './lib/chromium.mjs'
import { Newsdesk } from '../e2e/fixtures/newsdesk.ts'
import { bringOutOldPaper } from '../e2e/fixtures/oldPaper.ts'
import { siteViews } from '../e2e/fixtures/siteViews.ts'
import { afterScreens } from './screens/afterScreens.ts'
import { issueScreens, type Look } from './screens/issueScreens.ts'

/** A view: its file name and its address; `{first}` stands for the newest document of the collection named in it. */
type View = [name: string, address: string]

const collections = [
  'publications',
  'issues',
  'pages',
  'articles',
  'placements',
  'authors',
  'media',
  'transcripts',
  'import-runs',
  'users',
]

const views: View[] = [
  ['dashboard', '/admin'],
  ...collections.flatMap((slug): View[] => [
    [`${slug}-list`, `/admin/collections/${slug}`],
    [`${slug}-edit`, `/admin/collections/${slug}/{first}`],
  ]),
  ['account', '/admin/account'],
]

/** The same places as those who work there see them. */
const deskViews: [account: string, view: View][] = [
  ['editor', ['desk-editor-list', '/admin/collections/articles']],
  ['editor', ['desk-editor-article', '/admin/collections/articles/{first}']],
  ['chief', ['desk-chief-issue', '/admin/collections/issues/{first}']],
]

const folder = 'docs/screens'
/** `npm run screens -- site` takes those of the reading site alone, `-- admin` the others. */
const part = process.argv[2]
const executablePath = await findChromium()
if (!executablePath) process.exit(2)

await mkdir(folder, { recursive: true })
const newsroom = await startNewsroom()
const browser = await chromium.launch({ executablePath })
try {
  if (part !== 'site') await adminScreens()
  if (part !== 'admin') await siteScreens()
} finally {
  await browser.close()
  await newsroom.stop()
}

/** Every view of the reading site, as a phone and as a desk show it, by day and by night. */
async function siteScreens(): Promise<void> {
  await mkdir(path.join(folder, 'site'), { recursive: true })
  const newsdesk = new Newsdesk(newsroom)
  const views = await siteViews(newsdesk, await bringOutOldPaper(newsdesk))
  for (const width of [1440, 390]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await newPage({ width })
      await page.emulateMedia({ colorScheme })
      page.setDefaultNavigationTimeout(120_000)
      for (const [name, address] of views) {
        await page.goto(address, { waitUntil: 'networkidle' })
        await shoot(page, `site/${name}-${width}-${colorScheme}`)
      }
      await page.close()
    }
  }
  const page = await newPage()
  await page.emulateMedia({ media: 'print' })
  for (const [name, address] of views.filter(([name]) => ['front', 'article-jumped'].includes(name))) {
    await page.goto(address, { waitUntil: 'networkidle' })
    await shoot(page, `site/${name}-print`)
  }
}

async function adminScreens(): Promise<void> {
  const visitor = await newPage()
  const login = new LoginPage(visitor, newsroom.url)
  await login.open()
  await shoot(visitor, 'login')
  // The administrator sees every collection.
  await login.enter(newsroom.account('admin'))
  for (const view of views) await visit(visitor, view)
  for (const account of new Set(deskViews.map(([name]) => name))) {
    const desk = await newPage()
    await new LoginPage(desk, newsroom.url).enter(newsroom.account(account))
    for (const [name, view] of deskViews) if (name === account) await visit(desk, view)
  }
  await issueScreens({ newsroom, as: enter, shoot })
  await afterScreens({ newsroom, as: enter, shoot })
}

/** A browser of its own, with nobody logged in. */
async function newPage({ width = 1440 }: Look = {}): Promise<Page> {
  return browser.newPage({
    baseURL: newsroom.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: width < 600 ? 844 : 900 },
  })
}

/** A browser in which somebody with a role is logged in, in their language and colours. */
async function enter(role: string, look: Look = {}): Promise<Page> {
  const page = await newPage(look)
  await new LoginPage(page, newsroom.url).enter(newsroom.account(role))
  await page.context().addCookies([
    { name: 'payload-lng', value: look.language ?? 'zh', url: newsroom.url },
    { name: 'payload-theme', value: look.dark ? 'dark' : 'light', url: newsroom.url },
  ])
  return page
}

async function visit(page: Page, [name, address]: View): Promise<void> {
  const place = await resolveFirst(page, address)
  if (!place) {
    console.log(`${name}: nothing to show`)
    return
  }
  await page.goto(place, { waitUntil: 'networkidle' })
  await shoot(page, name)
}

async function shoot(page: Page, name: string): Promise<void> {
  // Dates are written in the browser, a moment after the rest.
  await page.getByText('加载中').first().waitFor({ state: 'hidden' })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true, animations: 'disabled' })
  console.log(name)
}

/** Fills in the newest document; null when the collection is empty: then there is no edit view to see. */
async function resolveFirst(page: Page, address: string): Promise<string | null> {
  const slug = /^\/admin\/collections\/([^/]+)\/\{first\}$/.exec(address)?.[1]
  if (!slug) return address
  const answer = await page.request.get(`/api/${slug}?limit=1&depth=0`)
  const { docs } = (await answer.json()) as { docs?: { id: string }[] }
  return docs?.[0] ? address.replace('{first}', docs[0].id) : null
}
