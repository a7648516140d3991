import type { Payload } from 'payload'

import { profiles, type Profile } from '../core/workflow/index.ts'
import { optionsOf } from '../options.ts'

/** The profile a publication has chosen. One that the options no longer have leaves its articles to the strictest. */
export function profileNamed(payload: Pick<Payload, 'config'>, name: unknown): Profile {
  return optionsOf(payload).profiles[String(name)] ?? profiles.newsroom
}
