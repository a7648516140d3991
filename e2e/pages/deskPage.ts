import { expect, type Locator, type Page } from '@playwright/test'

/** 付印台 of an issue, in Chinese. */
export class DeskPage {
  readonly page: Page
  private readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  async open(issue: string): Promise<void> {
    await this.page.goto(`${this.url}/admin/collections/issues/${issue}/desk`)
    await expect(this.here).toBeVisible({ timeout: 60_000 })
  }

  /** The step of the path at which the issue is. */
  get here(): Locator {
    return this.page.getByRole('list', { name: '本期的流程' }).locator('[aria-current="step"]')
  }

  async isAt(stage: string): Promise<void> {
    await expect(this.here).toContainText(stage)
  }

  /** 付印前检查. */
  get preflight(): Locator {
    return this.page.getByRole('region', { name: '付印前检查' })
  }

  /** Acknowledges every warning, one by one. */
  async acknowledgeAll(): Promise<void> {
    const seen = this.preflight.getByRole('button', { name: '我已知悉' })
    for (let left = await seen.count(); left > 0; left -= 1) {
      await seen.first().click()
      await expect(seen).toHaveCount(left - 1)
    }
  }

  /** Waives whatever can be waived of the blockers, each with the same reason. */
  async waiveAll(reason: string): Promise<void> {
    const items = this.preflight.locator('.broadsheet-preflight__item--blocker')
    const waive = items.getByRole('button', { name: '放行', exact: true })
    for (let left = await waive.count(); left > 0; left -= 1) {
      await waive.first().click()
      const form = this.preflight.locator('.broadsheet-panel')
      await form.getByLabel('放行理由').fill(reason)
      await form.getByRole('button', { name: '放行' }).click()
      await expect(form).toHaveCount(0)
      await expect(waive).toHaveCount(left - 1)
    }
  }

  /** A button among the moves of the issue. */
  button(move: string): Locator {
    return this.page
      .locator('.broadsheet-moves .broadsheet-bar__moves')
      .getByRole('button', { name: move, exact: true })
  }

  /** Makes a move; where it has a panel fills that in and confirms it. */
  async move(name: string, inputs: Record<string, string> | null = null): Promise<void> {
    await this.button(name).click()
    if (inputs === null) return
    const panel = this.page.locator('.broadsheet-moves .broadsheet-panel')
    await expect(panel).toBeVisible()
    for (const [label, value] of Object.entries(inputs)) await panel.getByLabel(label).fill(value)
    await panel.getByRole('button', { name, exact: true }).click()
    await expect(panel).toHaveCount(0)
  }
}
