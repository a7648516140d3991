import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from 'payload'

type Commands = NonNullable<Config['bin']>

/** Each has a file of its name beside this one. */
const names = ['import', 'audit', 'backup', 'restore', 'search-rebuild', 'grant'] as const

/** What `npx payload broadsheet:NAME` can run. Payload loads the file at that moment, and calls its `script`. */
export function commands(): Commands {
  const here = fileURLToPath(import.meta.url)
  return names.map((name) => ({
    key: `broadsheet:${name}`,
    scriptPath: path.join(/* turbopackIgnore: true */ path.dirname(here), `${name}${path.extname(here)}`),
  }))
}
