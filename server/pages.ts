import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import createNext from 'next'
import { letPageSayStatus } from './pageStatus.ts'

/** Next, ready to answer. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Ends the connections of hot reload, which would last as long as a page is open. */
  hangUp(): void
  close(): Promise<void>
}

export interface PagesOptions {
  dev: boolean
  host: string
  port: number
  /** Takes Next's WebSocket of hot reload. */
  http: Server
}

/** Starts Next on the pages under `app/` of the working directory: built ones, or compiled as needed in development. */
export async function preparePages({ dev, host, port, http }: PagesOptions): Promise<Pages> {
  const next = createNext({ dev, hostname: host, port, httpServer: http, dir: process.cwd() })
  await next.prepare()
  const answer = next.getRequestHandler()
  const reloading = new Set<Duplex>()
  if (dev) {
    const upgrade = next.getUpgradeHandler()
    http.on('upgrade', (request, socket, head) => {
      reloading.add(socket)
      socket.once('close', () => reloading.delete(socket))
      void upgrade(request, socket, head)
    })
  }
  return {
    handle: (request, response) => {
      letPageSayStatus(request, response)
      return answer(request, response)
    },
    hangUp: () => {
      for (const socket of reloading) socket.destroy()
    },
    close: () => next.close(),
  }
}
