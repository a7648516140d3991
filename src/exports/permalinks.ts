import type { Payload } from 'payload'

import { issueName, readPermalink } from '../core/permalinks.ts'
import { publishedHouse, readPublished } from '../delivery/publishedHouse.ts'
import { optionsOf } from '../options.ts'
import type { WithdrawnData } from '../refusals/withdrawn.ts'
import type { PublicWithdrawal } from '../workflow/withdrawalOf.ts'

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
 * issue's; null where nothing was withdrawn. Asked of the published reads, so that a page view whose answers are in memory does not
 * touch the database.
 */
export async function withdrawalAt(payload: Payload, path: string): Promise<PublicWithdrawal | null> {
  const permalink = readPermalink(path)
  if (!permalink) return null
  const { slugs } = optionsOf(payload)
  const { api } = payload.config.routes
  const issue = `${api}/${slugs.publications}/${encodeURIComponent(permalink.publication)}/issues/${issueName(permalink)}`
  const ofArticle =
    permalink.kind === 'article'
      ? await withdrawalIn(
          payload,
          `${api}/${slugs.articles}/${encodeURIComponent(permalink.article)}?depth=0`,
        )
      : null
  return ofArticle ?? withdrawalIn(payload, issue)
}

/** What an address of the API says of a withdrawal; null where it says none, or is none. */
async function withdrawalIn(payload: Payload, url: string): Promise<PublicWithdrawal | null> {
  if (publishedHouse(payload).canonical(url) === null) return null
  const { status, body } = await readPublished<{ errors?: { data?: WithdrawnData }[] }>(payload, { url })
  const data = status === 410 ? body.errors?.[0]?.data : undefined
  return data ? { notice: data.notice, at: data.at } : null
}
