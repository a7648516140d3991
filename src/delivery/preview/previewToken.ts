import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What a preview shows: one article or one issue, nothing else. */
export interface PreviewTarget {
  kind: 'article' | 'issue'
  id: string
}

/** What a token turned out to be; `expires` in seconds since 1970. */
export type PreviewToken =
  ({ problem: null; expires: number } & PreviewTarget) | { problem: 'invalid' | 'expired' }

const letters = { article: 'a', issue: 'i' } as const

/**
 * A token that opens one target until it expires: `a.ID.EXPIRES.SIGNATURE`. Signed with a key of its own that is derived from the
 * house's secret, so that no other signature of the house is one, and none of these is any other.
 * @param args.expires seconds since 1970
 */
export function signPreview(args: { secret: string; target: PreviewTarget; expires: number }): string {
  const { target, expires } = args
  const claim = `${letters[target.kind]}.${target.id}.${expires}`
  return `${claim}.${signature(args.secret, claim)}`
}

/** Reads a token. The signature is looked at before anything that the token says. @param args.now milliseconds since 1970 */
export function readPreviewToken(args: { secret: string; token: string; now: number }): PreviewToken {
  const match = /^(([ai])\.([A-Za-z0-9-]{1,64})\.(\d{1,12}))\.([A-Za-z0-9_-]{43})$/.exec(args.token)
  if (!match) return { problem: 'invalid' }
  const [, claim = '', letter, id = '', expires, given = ''] = match
  const expected = Buffer.from(signature(args.secret, claim))
  if (!timingSafeEqual(expected, Buffer.from(given))) return { problem: 'invalid' }
  if (Number(expires) * 1000 <= args.now) return { problem: 'expired' }
  return { problem: null, kind: letter === 'a' ? 'article' : 'issue', id, expires: Number(expires) }
}

function signature(secret: string, claim: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'broadsheet preview links', 32))
  return createHmac('sha256', key).update(claim).digest('base64url')
}
