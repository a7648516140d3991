/** The rule book for programs that draw or explain it: no Payload, no React. */
export { describeBlocker, diagram, profiles, transitions } from '../core/workflow/index.ts'
export type { Blocker, LifePart, Profile, TransitionName, WorkflowWords } from '../core/workflow/index.ts'
export { workflow as wordsEn } from '../translations/en/workflow.ts'
export { workflow as wordsZh } from '../translations/zh/workflow.ts'
