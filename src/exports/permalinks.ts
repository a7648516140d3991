import { createLocalReq, type Payload } from 'payload'

import { readPermalink } from '../core/permalinks.ts'
import type { ResolvedOptions } from '../options.ts'
import { issueWithdrawalAt, withdrawalOf, type PublicWithdrawal } from '../workflow/withdrawalOf.ts'

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

/**
 * The notice in the place of what a permalink led to once: of a withdrawn article its own, of everything in a withdrawn issue the
 * issue's; null where nothing was withdrawn.
 */
export async function withdrawalAt(payload: Payload, path: string): Promise<PublicWithdrawal | null> {
  const permalink = readPermalink(path)
  if (!permalink) return null
  const { slugs } = payload.config.custom.broadsheet as ResolvedOptions
  const req = await createLocalReq({}, payload)
  const ofArticle =
    permalink.kind === 'article' ? await withdrawalOf({ slugs, req, article: permalink.article }) : null
  return ofArticle ?? issueWithdrawalAt({ slugs, req, address: permalink })
}
