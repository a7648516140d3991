import { chromium, type Page } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { startNewsroom } from '../e2e/fixtures/startNewsroom.ts'
import { LoginPage } from '../e2e/pages/loginPage.ts'
import { findChromium } from './lib/chromium.mjs'

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
  ['site-home', '/'],
]

const folder = 'docs/screens'
const executablePath = await findChromium()
if (!executablePath) process.exit(2)

await mkdir(folder, { recursive: true })
const newsroom = await startNewsroom()
const browser = await chromium.launch({ executablePath })
try {
  const page = await browser.newPage({
    baseURL: newsroom.url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  })
  const login = new LoginPage(page, newsroom.url)
  await login.open()
  await shoot(page, 'login')
  // The administrator sees every collection.
  await login.enter(newsroom.account('admin'))
  for (const [name, address] of views) {
    const place = await resolveFirst(page, address)
    if (!place) {
      console.log(`${name}: nothing to show`)
      continue
    }
    await page.goto(place, { waitUntil: 'networkidle' })
    await shoot(page, name)
  }
} finally {
  await browser.close()
  await newsroom.stop()
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
