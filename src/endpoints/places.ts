import type { PayloadRequest } from 'payload'

/** Where this house is, for absolute addresses: that of the config (`serverURL`), else the one that was asked. */
export function placeOf(req: PayloadRequest): { origin: string; api: string } {
  const { serverURL, routes } = req.payload.config
  const asked = req.url && URL.canParse(req.url) ? new URL(req.url).origin : (req.origin ?? '')
  return { origin: (serverURL || asked).replace(/\/$/, ''), api: routes.api }
}
