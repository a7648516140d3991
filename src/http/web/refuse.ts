import type { ServerResponse } from 'node:http'

export interface Refusal {
  status: number
  /** Permanent, for programs. */
  code: string
  /** For people. */
  message: string
}

/** Answers with the shape that Payload's own errors have, so that the admin shows the message. */
export function refuse(response: ServerResponse, { status, code, message }: Refusal): void {
  const body = Buffer.from(
    JSON.stringify({
      errors: [{ message, data: { code } }],
      requestId: response.getHeader('x-request-id'),
    }),
  )
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('content-length', body.length)
  if (response.req.method === 'HEAD') response.end()
  else response.end(body)
}
