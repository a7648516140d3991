import type { AnyBlocker, DeskBlocker, Place } from '../blockers.ts'
import type { Settled } from '../types.ts'

/** The rules that preflight checks (B1 to B9), and what it only warns of. */
export type PreflightRule = 'B1' | 'B2' | 'B3' | 'B4' | 'B5' | 'B6' | 'B7' | 'B8' | 'B9' | 'W'

/** What a rule found: one thing at one place. */
export interface Found extends DeskBlocker {
  rule: PreflightRule
  severity: 'blocker' | 'warning'
  place: Place
  /** Whether a chief may let it pass with a reason. */
  waivable?: boolean
  /** Why in detail: what the articles' rule book says. */
  details?: readonly AnyBlocker[]
  /** Tells apart what one rule finds twice at one place. */
  part?: string
}

/** One line of preflight, and what people said of it. */
export interface PreflightItem extends Found {
  /** Names the thing, alike from one preflight to the next. */
  key: string
  /** Changes with what was found: what was said of another state of it does not count. */
  fingerprint: string
  waivable: boolean
  acknowledged: Settled | null
  waiver: Settled | null
}

/** Whether an item keeps the issue from being signed and published. */
export function blocks(item: PreflightItem): boolean {
  return item.severity === 'blocker' && item.waiver === null
}

/** Whether a warning still waits for somebody to say that they have seen it. */
export function isUnacknowledged(item: PreflightItem): boolean {
  return item.severity === 'warning' && item.acknowledged === null && item.waiver === null
}
