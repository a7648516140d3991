import type { RequestHandler } from 'express'
import { refuse } from '../../../src/exports/server.ts'

export interface HostCheckOptions {
  /** What the server listens on; a wildcard allows nothing more. */
  host: string
  /** Origin under which readers and staff reach the server, such as `https://cms.example.com`. */
  publicUrl: string | undefined
}

const loopback = ['localhost', '127.0.0.1', '[::1]']
const wildcard = new Set(['0.0.0.0', '::'])

/** Tells by its Host header whether a request may be meant for this server. */
export function knownHosts({ host, publicUrl }: HostCheckOptions): (given: string | undefined) => boolean {
  const publicHost = publicUrl ? new URL(publicUrl).host : undefined
  const names = new Set(
    wildcard.has(host) ? loopback : [...loopback, host.includes(':') ? `[${host}]` : host],
  )
  return (given = '') => {
    const lower = given.toLowerCase()
    return lower === publicHost || names.has(withoutPort(lower))
  }
}

/**
 * Lets only requests through whose Host this server is known by: that of PUBLIC_URL, loopback (any port: containers
 * map them) and the address it listens on. Payload and Next build addresses from it, for example
 * in e-mails that reset a password. What a client says in X-Forwarded-Host is replaced by what was checked.
 */
export function hostCheck(options: HostCheckOptions): RequestHandler {
  const isKnown = knownHosts(options)
  return (request, response, next) => {
    const given = request.headers.host?.toLowerCase() ?? ''
    if (!isKnown(given)) {
      refuse(response, {
        status: 421,
        code: 'host',
        message:
          '服务器不以这个地址提供服务，请用 PUBLIC_URL 设置它。 / This server is not known by this address: set PUBLIC_URL.',
      })
      return
    }
    request.headers['x-forwarded-host'] = given
    request.headers['x-forwarded-proto'] = request.protocol
    next()
  }
}

function withoutPort(host: string): string {
  return host.replace(/:\d{1,5}$/, '')
}
