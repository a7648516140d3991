import { describeBlocker, type BlockerText, type WorkflowWords } from '../workflow/describeBlocker.ts'
import { isDeskCode, type AnyBlocker, type DeskBlockerCode } from './blockers.ts'
import type { LayoutOp } from './layout.ts'
import type { ResponsibilityRole } from './responsibility.ts'
import type { IssueTransitionName, PageTransitionName } from './tables.ts'
import type { DeskNeed, EditionKind, IssueStage, JumpKind, PageStage } from './vocabulary.ts'

type SheetWord =
  | ('page' | 'headline' | 'writers' | 'stage' | 'cycle' | 'time' | 'opinion' | 'returns')
  | ('urgent' | 'publishedAt' | 'article' | 'yes')

/** Everything the page board and the issue desk say, in one language. */
export interface DeskWords {
  pageStages: Record<PageStage, string>
  issueStages: Record<IssueStage, string>
  pageTransitions: Record<PageTransitionName, string>
  issueTransitions: Record<IssueTransitionName, string>
  /** Why a manifest was written; on an issue's chain also what happened. */
  editionKinds: Record<EditionKind, string>
  layoutOps: Record<LayoutOp['op'], string>
  jumps: Record<JumpKind, string>
  fields: Record<DeskNeed, string>
  responsibility: Record<ResponsibilityRole, string>
  /** Who acts when no person does: the clock, an import. */
  nobody: Record<'schedule' | 'importer', string>
  /** What a lost signature says of itself; `{reason}` is a move's name, `{article}` and `{who}` fill in. */
  dropped: Record<'byMove' | 'byArticle' | 'byPage' | 'byPreflight', string>
  /** Heads of the flow sheet's columns. */
  sheet: Record<SheetWord, string>
  blockers: Record<DeskBlockerCode, BlockerText>
}

/** Which words a parameter's codes are to be looked up in, beside those of the articles' workflow. */
const dictionaries = {
  pageStage: ({ desk }) => desk.pageStages,
  pageStages: ({ desk }) => desk.pageStages,
  issueStage: ({ desk }) => desk.issueStages,
  issueStages: ({ desk }) => desk.issueStages,
  jump: ({ desk }) => desk.jumps,
  stage: ({ workflow }) => workflow.stages,
  roles: ({ desk, workflow }) => ({ ...workflow.who, ...desk.responsibility }),
  field: ({ desk, workflow }) => ({ ...workflow.fields, ...desk.fields }),
  warning: ({ desk }) =>
    Object.fromEntries(Object.entries(desk.blockers).map(([code, { title }]) => [code, title])),
} satisfies Record<string, (words: Dictionaries) => Readonly<Record<string, string>>>

interface Dictionaries {
  workflow: WorkflowWords
  desk: DeskWords
}

/** Any reason in words; codes among its parameters are said in the same language. */
export function describeAny(reason: AnyBlocker, words: Dictionaries): BlockerText {
  const { code, params } = reason
  if (!isDeskCode(code)) {
    const fields = { ...words.workflow.fields, ...words.desk.fields }
    return describeBlocker({ code, params }, { ...words.workflow, fields })
  }
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => say(name, { value: String(params[name] ?? ''), words }))
  const { title, what, fix } = words.desk.blockers[code]
  return { title: fill(title), what: fill(what), fix: fill(fix) }
}

function say(name: string, { value, words }: { value: string; words: Dictionaries }): string {
  if (!Object.hasOwn(dictionaries, name)) return value
  const dictionary: Readonly<Record<string, string>> = dictionaries[name as keyof typeof dictionaries](words)
  return value
    .split(',')
    .map((part) => (Object.hasOwn(dictionary, part) ? dictionary[part] : part))
    .join(words.workflow.comma)
}
