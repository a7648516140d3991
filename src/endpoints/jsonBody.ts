import type { PayloadRequest } from 'payload'

import { Refusal } from '../refusals/refusal.ts'

/** How deep a request's lists and objects may stand in one another: no request of ours needs a tenth of it. */
const deepest = 100

/** A request's JSON object; no body reads as an empty one. Throws a 400 for anything else. */
export async function jsonBody(req: PayloadRequest): Promise<Record<string, unknown>> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return {}
  if (depthOf(text) > deepest) throw new Refusal(req, { code: 'badJson' })
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

/** How deep the brackets of a JSON text stand in one another; what walks its values would run out of stack. */
function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false]
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (quoted) {
      if (character === '\\') index += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') most = Math.max(most, (depth += 1))
    else if (character === '}' || character === ']') depth -= 1
  }
  return most
}
