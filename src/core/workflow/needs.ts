import { isDay } from '../days.ts'
import { blocker, type Blocker } from './blockers.ts'
import { targetsFor, type Context } from './context.ts'
import type { Filing } from './types.ts'
import { correctionKinds, type Need } from './vocabulary.ts'

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** A text as it was meant: trimmed, or null when there is none. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/**
 * A moment in UTC of an ISO 8601 text with its zone; null when it is none. A day that no calendar has is none, rather than
 * the day after; nor is what lies outside the years 0000 to 9999 in UTC, whose text would not compare with the others.
 */
export function momentOf(value: unknown): string | null {
  if (typeof value !== 'string' || !moment.test(value) || !isDay(value.slice(0, 10))) return null
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return null
  const text = date.toISOString()
  return /^\d{4}-/.test(text) ? text : null
}

/** A filing in its stored shape; null when it is none. */
export function filingOf(value: unknown): Filing | null {
  if (typeof value !== 'object' || value === null) return null
  const { required, no = null, date = null } = value as Partial<Filing>
  if (typeof required !== 'boolean' || (no !== null && typeof no !== 'string')) return null
  return date === null || isDay(date) ? { required, no: textOf(no), date } : null
}

/** How many characters a reason, opinion or notice may have: about a page of typescript. It stands in the trail for ever. */
export const longestText = 2_000

/** The inputs in a person's own words that are longer than they may be, asked for or not. */
export function tooLong(texts: Readonly<Record<string, unknown>>): Blocker[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const characters = [...(textOf(text) ?? '')].length
    return characters > longestText
      ? [blocker('input.tooLong', { field, characters, most: longestText })]
      : []
  })
}

const usable: Record<Exclude<Need, 'to'>, (value: unknown) => boolean> = {
  opinion: (value) => textOf(value) !== null,
  reason: (value) => textOf(value) !== null,
  note: (value) => textOf(value) !== null,
  notice: (value) => textOf(value) !== null,
  flag: (value) => textOf(value) !== null,
  kind: (value) => (correctionKinds as readonly unknown[]).includes(value),
  assignee: (value) => value === null || textOf(value) !== null,
  dueAt: (value) => value === null || momentOf(value) !== null,
  embargoUntil: (value) => value === null || momentOf(value) !== null,
  filing: (value) => filingOf(value) !== null,
}

/** What the person has not given, or not in a usable shape. Whoever confirms gives nothing again. */
export function missingInput(context: Context): Blocker[] {
  const { rule, input, confirming } = context
  const problems = (confirming ? [] : rule.needs).flatMap((need) => {
    const value = input[need]
    if (value === undefined || (typeof value === 'string' && value.trim() === ''))
      return [blocker('input.missing', { field: need })]
    if (need !== 'to') return usable[need](value) ? [] : [blocker('input.invalid', { field: need })]
    const targets = targetsFor(context)
    return targets.some((stage) => stage === value)
      ? []
      : [blocker('input.target', { to: String(value), stages: targets.join(',') })]
  })
  const { opinion, reason, note, notice, filing, errors } = input
  problems.push(...tooLong({ opinion, reason, note, notice, filing: filing?.no }))
  const counted = (tally: unknown): boolean =>
    typeof tally === 'object' &&
    tally !== null &&
    Object.values(tally).every((count) => Number.isSafeInteger(count) && (count as number) >= 0)
  return errors === undefined || counted(errors)
    ? problems
    : [...problems, blocker('input.invalid', { field: 'errors' })]
}
