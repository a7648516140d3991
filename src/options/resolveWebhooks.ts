import { OptionError } from './optionError.ts'
import type { Webhook } from './types.ts'

const kinds = [
  ...['issue.published', 'issue.withdrawn', 'issue.reinstated'],
  ...['article.corrected', 'article.withdrawn', 'article.reinstated'],
]

/**
 * Checks the receivers of webhooks. Their addresses come from here alone, never from a request or a document: nobody who
 * writes in the newsroom can make the server call another.
 */
export function resolveWebhooks(webhooks: readonly Webhook[] = []): readonly Webhook[] {
  if (!Array.isArray(webhooks))
    throw new OptionError('webhooks', webhooks, 'Give a list: [{ name, url, secret }].')
  const seen = new Set<string>()
  webhooks.forEach((webhook: Webhook, index) => {
    const at = `webhooks[${index}]`
    const { name, url, secret, events } = webhook
    if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name) || seen.has(name)) {
      throw new OptionError(
        `${at}.name`,
        name,
        'Give each a name of its own: lower-case letters, digits, hyphens.',
      )
    }
    seen.add(name)
    if (!isAddress(url))
      throw new OptionError(`${at}.url`, url, 'Give an address that begins with https:// or http://.')
    // The secret itself is not repeated in an error.
    if (typeof secret !== 'string' || secret.length < 16) {
      throw new OptionError(
        `${at}.secret`,
        '…',
        'Give at least 16 characters, such as those of openssl rand -hex 32.',
      )
    }
    const odd = events?.find((event) => !kinds.includes(event))
    if (odd !== undefined) throw new OptionError(`${at}.events`, odd, `Name some of ${kinds.join(', ')}.`)
  })
  return webhooks
}

function isAddress(url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}
