import type { Webhook } from './types.ts'

/**
 * Receivers of webhooks as an environment names them: addresses separated by spaces or commas, one secret for all. Each is
 * named in the delivery log after its host. Empty where no address is given.
 */
export function webhooksFrom(environment: {
  urls?: string | undefined
  secret?: string | undefined
}): Webhook[] {
  const urls = (environment.urls ?? '').split(/[\s,]+/).filter((url) => url !== '')
  const names = new Map<string, number>()
  return urls.map((url) => {
    const host = URL.canParse(url) ? new URL(url).hostname : 'webhook'
    const base = `to-${host.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
    const count = (names.get(base) ?? 0) + 1
    names.set(base, count)
    return { name: count === 1 ? base : `${base}-${count}`, url, secret: environment.secret ?? '' }
  })
}
