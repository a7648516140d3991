import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Stops taking connections and waits for the answers under way, at most `bound` milliseconds; what is left
 * then is cut off. Connections that are kept open between requests end with their current answer; one that
 * never sent anything ends at once.
 */
export type Drain = (bound: number) => Promise<void>

/** Makes the server's `Drain`; to be called before the server listens, because it keeps count of the connections. */
export function drainOf(server: Server): Drain {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return async (bound) => {
    if (!server.listening) return
    server.prependListener('request', (_request: unknown, response: ServerResponse) => {
      response.setHeader('connection', 'close')
    })
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // close() ends idle connections once; those that become idle later, or were accepted only now, are swept up here.
    // Node counts a connection as busy until its first request has ended, so browsers' spare ones are told by their silence.
    const sweep = () => {
      server.closeIdleConnections()
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
    }
    sweep()
    const sweeping = setInterval(sweep, 100)
    const cut = setTimeout(() => server.closeAllConnections(), bound)
    await closed
    clearInterval(sweeping)
    clearTimeout(cut)
  }
}
