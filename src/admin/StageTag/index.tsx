import type { Stage } from '../../core/workflow/index.ts'
import './index.css'

/** A stage as a coloured tag. The colour says the kind of stage, the word says which. */
export function StageTag({ stage, word }: { stage: Stage; word: string }) {
  return <span className={`broadsheet-stage broadsheet-stage--${kindOf(stage)}`}>{word}</span>
}

/** Kinds of stages that look alike. */
export function kindOf(stage: Stage): string {
  if (stage.startsWith('review')) return 'review'
  if (stage.startsWith('proof')) return 'proof'
  return stage
}
