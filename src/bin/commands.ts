import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from 'payload'

type Commands = NonNullable<Config['bin']>

/** Each command, and the file beside this one that runs it. */
const scripts = {
  import: 'import',
  audit: 'audit',
  backup: 'backup',
  restore: 'restore',
  'search-rebuild': 'searchRebuild',
  grant: 'grant',
} as const

/** What `npx payload broadsheet:NAME` can run. Payload loads the file at that moment, and calls its `script`. */
export function commands(): Commands {
  const here = fileURLToPath(import.meta.url)
  return Object.entries(scripts).map(([name, script]) => ({
    key: `broadsheet:${name}`,
    scriptPath: path.join(/* turbopackIgnore: true */ path.dirname(here), `${script}${path.extname(here)}`),
  }))
}
