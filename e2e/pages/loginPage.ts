import { expect, type Page } from '@playwright/test'

/** The admin's page for logging in, in Chinese. */
export class LoginPage {
  private readonly page: Page
  private readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.url}/admin/login`)
    await expect(this.button).toBeEnabled()
  }

  async submit({ email, password }: { email: string; password: string }): Promise<void> {
    await this.page.locator('input[name="email"]').fill(email)
    await this.page.locator('input[name="password"]').fill(password)
    await this.button.click()
  }

  /** Logs in and waits for the dashboard. */
  async enter(account: { email: string; password: string }): Promise<void> {
    await this.open()
    await this.submit(account)
    await this.page.waitForURL(`${this.url}/admin`)
    await expect(
      this.page.getByRole('button', { name: '打开菜单' }).or(this.page.locator('.dashboard')),
    ).not.toHaveCount(0)
  }

  private get button() {
    return this.page.getByRole('button', { name: '登录' })
  }
}
