import type { ChangeReason } from '../text/classifyChange.ts'
import type { Blocker, BlockerCode } from './blockers.ts'
import type { TransitionName, Who } from './table.ts'
import type { TransitionInput } from './types.ts'
import type { CorrectionKind, Stage } from './vocabulary.ts'

/** Words of one reason: what it is, what stands in the way, what to do. `{name}` stands for a parameter. */
export interface BlockerText {
  title: string
  what: string
  fix: string
}

/** Everything the workflow says, in one language. */
export interface WorkflowWords {
  stages: Record<Stage, string>
  transitions: Record<TransitionName | 'save', string>
  /** Roles, and the parts one has in a text. */
  who: Record<Who, string>
  kinds: Record<CorrectionKind | 'reinstate', string>
  profiles: Record<'newsroom' | 'archive' | 'simple', string>
  decisions: Record<'pass' | 'return' | 'reject', string>
  fields: Record<Exclude<keyof TransitionInput, 'rev' | 'hash' | 'confirm'>, string>
  changes: Record<ChangeReason, string>
  /** Between the members of a list. */
  comma: string
  blockers: Record<BlockerCode, BlockerText>
}

/** Which words a parameter's codes are to be looked up in; other parameters are shown as they are. */
const dictionaries = {
  stage: 'stages',
  stages: 'stages',
  step: 'stages',
  other: 'stages',
  to: 'stages',
  roles: 'who',
  field: 'fields',
  reasons: 'changes',
} as const satisfies Record<string, keyof WorkflowWords>

/** A reason in words: codes of stages, roles and fields among its parameters are said in the same language. */
export function describeBlocker({ code, params }: Blocker, words: WorkflowWords): BlockerText {
  const say = (name: string): string => {
    const value = String(params[name] ?? '')
    const dictionary = dictionaryOf(name, words)
    if (!dictionary) return value
    return value
      .split(',')
      .map((part) => dictionary[part] ?? part)
      .join(words.comma)
  }
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => say(name))
  const { title, what, fix } = words.blockers[code]
  return { title: fill(title), what: fill(what), fix: fill(fix) }
}

function dictionaryOf(name: string, words: WorkflowWords): Record<string, string> | undefined {
  return Object.hasOwn(dictionaries, name)
    ? words[dictionaries[name as keyof typeof dictionaries]]
    : undefined
}
