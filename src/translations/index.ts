import { admin as adminEn, type AdminKey } from './en/admin.ts'
import { board as boardEn, type BoardKey } from './en/board.ts'
import { desk as deskEn } from './en/desk.ts'
import { diagnostics as diagnosticsEn, type DiagnosticText } from './en/diagnostics.ts'
import { labels as labelsEn, type LabelKey } from './en/labels.ts'
import { refusals as refusalsEn, type RefusalKey } from './en/refusals.ts'
import { workflow as workflowEn } from './en/workflow.ts'
import { admin as adminZh } from './zh/admin.ts'
import { board as boardZh } from './zh/board.ts'
import { desk as deskZh } from './zh/desk.ts'
import { diagnostics as diagnosticsZh } from './zh/diagnostics.ts'
import { labels as labelsZh } from './zh/labels.ts'
import { refusals as refusalsZh } from './zh/refusals.ts'
import { workflow as workflowZh } from './zh/workflow.ts'
import type { DeskWords, IssueStage, PageStage } from '../core/issue/index.ts'
import type { Correction, Stage, WorkflowWords } from '../core/workflow/index.ts'

export type { AdminKey } from './en/admin.ts'
export type { BoardKey } from './en/board.ts'
export type { DiagnosticText } from './en/diagnostics.ts'
export type { LabelKey } from './en/labels.ts'
export type { RefusalKey } from './en/refusals.ts'

/** Languages of the admin and of every message; the first is the newsroom's. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export interface Words {
  admin: Record<AdminKey, string>
  board: Record<BoardKey, string>
  labels: Record<LabelKey, string>
  diagnostics: Record<string, DiagnosticText>
  refusals: Record<RefusalKey, string>
  workflow: WorkflowWords
  desk: DeskWords
}

const dictionaries: Record<Language, Words> = {
  zh: {
    admin: adminZh,
    board: boardZh,
    labels: labelsZh,
    diagnostics: diagnosticsZh,
    refusals: refusalsZh,
    workflow: workflowZh,
    desk: deskZh,
  },
  en: {
    admin: adminEn,
    board: boardEn,
    labels: labelsEn,
    diagnostics: diagnosticsEn,
    refusals: refusalsEn,
    workflow: workflowEn,
    desk: deskEn,
  },
}

/** All words in one language; anything but English reads Chinese. */
export function wordsIn(language: string | undefined): Words {
  return dictionaries[language === 'en' ? 'en' : 'zh']
}

/** Puts parameters in the places `{name}` of a text; a name without a parameter stays as it is. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** Words for the admin in both languages, in the shape that Payload takes for labels and descriptions. */
export function label(key: LabelKey): Record<Language, string> {
  return { zh: labelsZh[key], en: labelsEn[key] }
}

/** A stage of the workflow likewise. */
export function stageLabel(stage: Stage): Record<Language, string> {
  return { zh: workflowZh.stages[stage], en: workflowEn.stages[stage] }
}

/** A profile of the workflow likewise. */
export function profileLabel(profile: keyof WorkflowWords['profiles']): Record<Language, string> {
  return { zh: workflowZh.profiles[profile], en: workflowEn.profiles[profile] }
}

/** A kind of correction likewise. */
export function kindLabel(kind: Correction['kind']): Record<Language, string> {
  return { zh: workflowZh.kinds[kind], en: workflowEn.kinds[kind] }
}

/** A stage of an issue likewise. */
export function issueStageLabel(stage: IssueStage): Record<Language, string> {
  return { zh: deskZh.issueStages[stage], en: deskEn.issueStages[stage] }
}

/** A stage of a page likewise. */
export function pageStageLabel(stage: PageStage): Record<Language, string> {
  return { zh: deskZh.pageStages[stage], en: deskEn.pageStages[stage] }
}
