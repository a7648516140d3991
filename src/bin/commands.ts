import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from 'payload'

type Commands = NonNullable<Config['bin']>

/** What `npx payload broadsheet:NAME` can run. Payload loads the file at that moment, and calls its `script`. */
export function commands(): Commands {
  const here = fileURLToPath(import.meta.url)
  return (['import', 'audit', 'grant', 'search-rebuild'] as const).map((name) => ({
    key: `broadsheet:${name}`,
    scriptPath: path.join(/* turbopackIgnore: true */ path.dirname(here), `${name}${path.extname(here)}`),
  }))
}
