import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'

const system = '/usr/bin/chromium'
const chromium = process.env.BROADSHEET_CHROMIUM || (existsSync(system) ? system : undefined)

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One server and one newsroom after another: journeys change what the next reader sees.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    // Less than a journey's time, so that a button that never comes is named.
    actionTimeout: 30_000,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: chromium ? { executablePath: chromium } : {},
  },
})
