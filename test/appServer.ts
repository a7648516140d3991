import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Logger, pino } from 'pino'

import type { BroadsheetServer } from '../server/createServer.ts'
import { rawClient } from './bytes.ts'

export interface AppServer {
  http: BroadsheetServer['http']
  port: number
  client: ReturnType<typeof rawClient>
  close: () => void
}

/** The app's own server over a house that has been booted, without Next's pages, on a port that was free. It logs nothing unless told. */
export async function appServer(given: { logger?: Logger; publicUrl?: string } = {}): Promise<AppServer> {
  const { default: config } = await import('../payload.config.ts')
  const { createServer } = await import('../server/createServer.ts')
  const logger = pino({ level: 'silent' })
  const { http } = await createServer({
    ...{ config, logger, ...given },
    ...{ host: '127.0.0.1', port: 0, pages: false },
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  const client = rawClient(`http://127.0.0.1:${port}`)
  return {
    ...{ http, port, client },
    close: () => {
      client.close()
      http.closeAllConnections()
      http.close()
    },
  }
}
