import type { Server, ServerResponse } from 'node:http'

/**
 * Stops taking connections and waits for the answers under way, at most `bound` milliseconds; what is left
 * then is cut off. Connections that are kept open between requests end with their current answer.
 */
export async function drain(server: Server, bound: number): Promise<void> {
  if (!server.listening) return
  const closeAfterwards = (_request: unknown, response: ServerResponse) => {
    response.setHeader('connection', 'close')
  }
  server.prependListener('request', closeAfterwards)

  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // close() ends idle connections once; those that become idle later are swept up here.
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  const cut = setTimeout(() => server.closeAllConnections(), bound)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
