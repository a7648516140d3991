import type { Response } from 'express'

export interface Refusal {
  status: number
  /** Permanent, for programs. */
  code: string
  /** For people. */
  message: string
}

/** Answers with the shape that Payload's own errors have, so that the admin shows the message. */
export function refuse(response: Response, { status, code, message }: Refusal): void {
  response.status(status).json({
    errors: [{ message, data: { code } }],
    requestId: response.getHeader('x-request-id'),
  })
}
