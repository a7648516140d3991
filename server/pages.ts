import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import createNext from 'next'
import { letPageSayStatus } from './pageStatus.ts'

/** Next, ready to answer. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
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
  if (dev) {
    const upgrade = next.getUpgradeHandler()
    http.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
  }
  return {
    handle: (request, response) => {
      letPageSayStatus(request, response)
      return answer(request, response)
    },
    close: () => next.close(),
  }
}
