import { canonicalJson } from '../../text/canonicalJson.ts'
import type { Sha256 } from '../hashes.ts'
import type { PreflightFacts } from '../types.ts'
import type { Found, PreflightItem } from './item.ts'
import {
  approvals,
  contiguity,
  doubts,
  identity,
  jumps,
  obstacles,
  pictures,
  signatures,
  twice,
  type Rule,
} from './rules.ts'
import {
  correctionsDue,
  duplicateHeadlines,
  emptyPages,
  overrides,
  responsibilities,
  unplaced,
} from './warnings.ts'

/** The rules of 付印前检查, in the order in which people read them. A test leaves out each in turn. */
export const preflightRules = {
  identity,
  contiguity,
  signatures,
  approvals,
  obstacles,
  doubts,
  jumps,
  twice,
  pictures,
  correctionsDue,
  unplaced,
  duplicateHeadlines,
  overrides,
  emptyPages,
  responsibilities,
} as const satisfies Record<string, Rule>

export type PreflightRules = Readonly<Record<keyof typeof preflightRules, Rule>>

/**
 * 付印前检查: everything that keeps an issue from being signed and everything a person must have seen, blockers first, with
 * what was acknowledged and waived. Pure: what was said of another state of a thing does not count.
 */
export function preflight(
  facts: PreflightFacts,
  { sha256, rules = preflightRules }: { sha256: Sha256; rules?: PreflightRules },
): PreflightItem[] {
  const items = Object.values(rules).flatMap((rule) => rule(facts).map((found) => itemOf(found)))
  return [...items.filter(isBlocker), ...items.filter((item) => !isBlocker(item))]

  function itemOf(found: Found): PreflightItem {
    const { code, params, details = [], part, place } = found
    const key = [code, place.kind, place.id, ...(part ? [part] : [])].join(':')
    const fingerprint = sha256(canonicalJson([code, params, details, part ?? null, stateOf(found)])).slice(
      0,
      32,
    )
    const said = (list: PreflightFacts['issue']['waivers']) =>
      list.find((one) => one.key === key && one.fingerprint === fingerprint) ?? null
    return {
      ...found,
      ...{ key, fingerprint, waivable: found.waivable === true },
      acknowledged: said(facts.issue.acknowledgements),
      waiver: found.waivable === true ? said(facts.issue.waivers) : null,
    }
  }

  /** What the thing is now: what is acknowledged of an article is acknowledged of its text. */
  function stateOf({ place }: Found): string | null {
    if (place.kind !== 'article') return null
    return facts.articles.find(({ id }) => id === place.id)?.facts.slip.contentHash ?? null
  }
}

const isBlocker = ({ severity }: PreflightItem): boolean => severity === 'blocker'
