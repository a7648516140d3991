import { expect, type Locator, type Page } from '@playwright/test'

/** An article's form in the admin, in Chinese, with the workflow bar above it and the review slip below. */
export class ArticlePage {
  readonly page: Page
  private readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`${this.url}/admin/collections/articles/${id}`)
    // The first page of a session loads the whole admin; a busy machine takes its time.
    await expect(this.here).toBeVisible({ timeout: 60_000 })
  }

  /** The bar with the stage and the moves. */
  get bar(): Locator {
    return this.page.getByRole('region', { name: '流程', exact: true })
  }

  /** 审稿单. */
  get slip(): Locator {
    return this.page.getByRole('region', { name: '审稿单', exact: true })
  }

  get headline(): Locator {
    return this.page.locator('#field-headline')
  }

  /** The step of the path at which the article is. */
  get here(): Locator {
    return this.bar.locator('[aria-current="step"]')
  }

  /** Waits until the article is at a stage. */
  async isAt(stage: string): Promise<void> {
    await expect(this.here).toContainText(stage)
  }

  /** A button of the bar, outside of any panel. */
  button(move: string): Locator {
    return this.bar.getByRole('button', { name: move, exact: true }).first()
  }

  /** The panel that asks for what a move needs. */
  get panel(): Locator {
    return this.bar.locator('.broadsheet-panel')
  }

  /** Presses a button, fills in its panel and carries the move out. */
  async move(
    name: string,
    inputs: {
      opinion?: string
      to?: string
      errors?: Record<string, string>
      /** Other texts and choices, by their labels. */
      texts?: Record<string, string>
      choices?: Record<string, string>
    } = {},
  ): Promise<void> {
    await this.button(name).click()
    await expect(this.panel).toBeVisible()
    if (inputs.to) await this.panel.getByLabel('退到').selectOption({ label: inputs.to })
    for (const [label, option] of Object.entries(inputs.choices ?? {}))
      await this.panel.getByLabel(label).selectOption({ label: option })
    for (const [label, text] of Object.entries(inputs.texts ?? {}))
      await this.panel.getByLabel(label).fill(text)
    if (inputs.opinion) await this.panel.getByLabel('审稿意见').fill(inputs.opinion)
    for (const [kind, count] of Object.entries(inputs.errors ?? {})) {
      await this.panel.getByLabel(kind, { exact: true }).fill(count)
    }
    await this.panel.getByRole('button', { name, exact: true }).click()
    await expect(this.panel).toHaveCount(0)
  }

  /** Confirms what somebody else has asked for. */
  async confirm(move: string): Promise<void> {
    await this.bar
      .locator('.broadsheet-pending')
      .getByRole('button', { name: `确认${move}`, exact: true })
      .click()
    await this.panel.getByRole('button', { name: `确认${move}`, exact: true }).click()
    await expect(this.panel).toHaveCount(0)
  }

  /** Saves and waits until nothing is unsaved. */
  async save(): Promise<void> {
    const button = this.page.locator('#action-save-draft')
    await button.click()
    await expect(button).toBeDisabled()
  }

  /** Opens "why not" and gives the reasons against a move. */
  async whyNot(move: string): Promise<Locator> {
    // Where it is this person's step it is open already.
    const details = this.bar.locator('.broadsheet-whynot')
    if ((await details.getAttribute('open')) === null) await this.bar.getByText('为什么不能…').click()
    return this.bar.locator('details dl > div').filter({ hasText: move }).first()
  }
}
