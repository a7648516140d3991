import type { AfterErrorHook } from 'payload'

import { fill, wordsIn } from '../translations/index.ts'

/** Parameters that Payload reads as JSON where they are texts. */
const json = ['where', 'data'] as const

/**
 * A question that cannot be read, or that MongoDB cannot compare with its fields, is no failure of the server, as Payload (3.90.2)
 * tells it: it is answered with 400 and what is wrong with it. Nothing is looked at but what failed.
 */
export const answerBadQuery: AfterErrorHook = ({ error, req }) => {
  if (req.method !== 'GET') return
  const words = wordsIn(req.i18n?.language).refusals
  const unreadable = error instanceof SyntaxError ? json.find((name) => isNoJson(req.query[name])) : undefined
  if (unreadable) return refused('queryJson', { text: words.queryJson, params: { name: unreadable } })
  if (!isCastError(error)) return
  const path = error.path === '_id' ? 'id' : error.path
  return refused('queryValue', { text: words.queryValue, params: { path } })
}

function refused(code: string, { text, params }: { text: string; params: Record<string, string> }) {
  const message = fill(text, params)
  return {
    status: 400,
    response: { errors: [{ name: 'Refusal', message, data: { code, params } }] } as never,
  }
}

function isNoJson(text: unknown): boolean {
  if (typeof text !== 'string') return false
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}

/** Mongoose's error about a value that is not of its field's type. */
function isCastError(error: unknown): error is { path: string } {
  return (
    error instanceof Error && error.name === 'CastError' && 'path' in error && typeof error.path === 'string'
  )
}
