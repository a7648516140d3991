import { expect, type Locator, type Page } from '@playwright/test'

/** 版面看板 of an issue, in Chinese. */
export class BoardPage {
  readonly page: Page
  private readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  async open(issue: string): Promise<void> {
    await this.page.goto(`${this.url}/admin/collections/issues/${issue}/board`)
    // The first page of a session loads the whole admin; a busy machine takes its time.
    await expect(this.tray).toBeVisible({ timeout: 60_000 })
  }

  /** 未上版. */
  get tray(): Locator {
    return this.page.getByRole('region', { name: '未上版' })
  }

  /** The column of a page. */
  column(number: string): Locator {
    return this.page.locator(`[data-page="${number}"]`)
  }

  /** A card by its headline, on a page or, without one, in the tray. */
  card(headline: string, number?: string): Locator {
    const place = number === undefined ? this.tray : this.column(number)
    return place.getByRole('group', { name: headline })
  }

  /** The headlines on a page, from the top. */
  async headlines(number: string): Promise<string[]> {
    return this.column(number).locator('.broadsheet-card__headline').allTextContents()
  }

  /** Opens a page by itself. */
  async details(number: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `第${number}版详情` }).click()
    const drawer = this.page.locator('.broadsheet-details')
    await expect(drawer).toBeVisible()
    return drawer
  }

  /** Closes what lies above the board. */
  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.page.locator('.broadsheet-details')).toHaveCount(0)
  }
}
