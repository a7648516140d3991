import { storable } from '../core/text/index.ts'
import type { ErrorTally, Filing, TransitionInput } from '../core/workflow/index.ts'

/**
 * Takes from a request what a move may be given, each in its own type, and nothing else. What has another type
 * is left out, and then missed by the rule book, which says so in words.
 */
export function transitionInput(request: Readonly<Record<string, unknown>>): TransitionInput {
  const body = storable(request)
  const input: TransitionInput = {}
  for (const name of ['hash', 'opinion', 'reason', 'note', 'notice', 'to', 'kind', 'flag'] as const) {
    const value = body[name]
    if (typeof value === 'string') input[name] = value
  }
  for (const name of ['assignee', 'dueAt', 'embargoUntil'] as const) {
    const value = body[name]
    if (typeof value === 'string' || value === null) input[name] = value
  }
  if (Number.isSafeInteger(body.rev)) input.rev = body.rev as number
  if (body.confirm === true) input.confirm = true
  const errors = tallyOf(body.errors)
  if (errors) input.errors = errors
  const filing = filingOf(body.filing)
  if (filing) input.filing = filing
  return input
}

function tallyOf(value: unknown): ErrorTally | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const counts = Object.entries(value).filter(
    (entry): entry is [string, number] => Number.isSafeInteger(entry[1]) && entry[1] >= 0,
  )
  return Object.fromEntries(counts.slice(0, 20))
}

function filingOf(value: unknown): Filing | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const filing = value as Record<string, unknown>
  const text = (name: string) => (typeof filing[name] === 'string' ? (filing[name] as string) : null)
  return { required: filing.required === true, no: text('no'), date: text('date') }
}
