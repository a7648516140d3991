import { createLocalReq, type Payload } from 'payload'

import { readPermalink } from '../core/permalinks.ts'
import type { ResolvedOptions } from '../options.ts'
import { withdrawalOf, type PublicWithdrawal } from '../workflow/withdrawalOf.ts'

export {
  articlePath,
  issueName,
  issuePath,
  pagePath,
  readIssueName,
  readPermalink,
  type IssueAddress,
  type Permalink,
} from '../core/permalinks.ts'

/** The notice in the place of an article that a permalink led to once; null where nothing was withdrawn. */
export async function withdrawalAt(payload: Payload, path: string): Promise<PublicWithdrawal | null> {
  const permalink = readPermalink(path)
  if (permalink?.kind !== 'article') return null
  const { slugs } = payload.config.custom.broadsheet as ResolvedOptions
  const req = await createLocalReq({}, payload)
  return withdrawalOf({ slugs, req, article: permalink.article })
}
