import type { PayloadRequest } from 'payload'

import { Refusal } from '../refusals/refusal.ts'

/** A request's JSON object; no body reads as an empty one. Throws a 400 for anything else. */
export async function jsonBody(req: PayloadRequest): Promise<Record<string, unknown>> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal(req, { code: 'badJson' })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(req, { code: 'badJson' })
  return value as Record<string, unknown>
}
