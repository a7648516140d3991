import type { NinjsWords } from '../core/feeds/index.ts'
import { feeds as en, type FeedKey } from './en/feeds.ts'
import { workflow as workflowEn } from './en/workflow.ts'
import { feeds as zh } from './zh/feeds.ts'
import { workflow as workflowZh } from './zh/workflow.ts'

/** What feeds say in the language of a publication; anything but English reads Chinese. */
export function feedWords(language: string | null): NinjsWords & Record<FeedKey, string> {
  const english = language?.toLowerCase().startsWith('en') === true
  return english ? { ...en, kinds: workflowEn.kinds } : { ...zh, kinds: workflowZh.kinds }
}
