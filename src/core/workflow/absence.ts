import type { TextCheck } from '../text/canonicalContent.ts'
import type { Flag } from './types.ts'

/** What may rightly be missing from a text, if somebody says so: the printed page has none. */
const absences = {
  'article.noHeadline': (text: TextCheck) => !text.hasHeadline,
  'article.noAuthor': (text: TextCheck) => !hasSource(text),
} satisfies Record<string, (text: TextCheck) => boolean>

type Absence = keyof typeof absences

/**
 * The flags after a text was made or saved: what is missing is flagged once, what has been filled in is no longer
 * flagged, and what somebody accepted stays accepted while it is still missing. Other flags stay as they are.
 */
export function withAbsences(flags: readonly Flag[], text: TextCheck): Flag[] {
  const kept = flags.filter((flag) => !isAbsence(flag.code) || absences[flag.code](text))
  const missing = (Object.keys(absences) as Absence[]).filter(
    (code) => absences[code](text) && !kept.some((flag) => flag.code === code),
  )
  return [...kept, ...missing.map((code) => ({ id: code, code, params: {}, accepted: null }))]
}

function isAbsence(code: string): code is Absence {
  return Object.hasOwn(absences, code)
}

/** Whether a text says from whom it is, or need not. */
export function hasSource({ hasAuthor, hasDateline, isNotice }: TextCheck): boolean {
  return hasAuthor || hasDateline || isNotice
}
