import type { Endpoint } from 'payload'

import { healthAnswers } from '../delivery/healthAnswers.ts'

/** `GET /healthz` and `GET /readyz` under the API, for apps whose only server is Next. */
export function healthEndpoints(): Endpoint[] {
  return Object.entries(healthAnswers).map(([name, ask]) => ({
    path: `/${name}`,
    method: 'get',
    handler: async ({ payload }) => {
      const { status, body } = await ask(payload)
      return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
    },
  }))
}
