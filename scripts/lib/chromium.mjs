import { existsSync } from 'node:fs'
import { run } from './run.mjs'

const system = '/usr/bin/chromium'
const install = 'apt-get install -y --no-install-recommends chromium fonts-noto-cjk'

/**
 * A Chromium for the browser tests: Playwright's own, else the system's, else one installed now, if this is a
 * build machine or root may install. Null, with the command printed, where a person has to.
 *
 * @returns {Promise<string | null>} path of the program
 */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const found = [chromium.executablePath(), system].find((path) => path && existsSync(path))
  if (found) return found

  const root = process.getuid?.() === 0
  if (existsSync('/usr/bin/apt-get') && (root || process.env.CI)) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const asRoot = (/** @type {string} */ command) =>
      run('sh', ['-c', root ? command : `sudo -n ${command}`], { env })
    await asRoot('apt-get update')
    await asRoot(install)
    if (existsSync(system)) return system
  }
  console.error(
    `浏览器测试需要 Chromium，请先运行：sudo ${install}\nThe browser tests need Chromium. Install it with: sudo ${install}`,
  )
  return null
}
