import type { Stage } from '../../core/workflow/index.ts'
import { fill, type Words } from '../../translations/index.ts'
import type { SlipAnswer, TransitionsAnswer } from '../articleWorkflow/answers.ts'
import { kindOf } from '../StageTag/index.tsx'
import { standing } from './standing.ts'

interface StepperProps {
  moves: TransitionsAnswer
  trail: SlipAnswer
  words: Words
}

/** The way of the article, step by step: what is done and by whom, where it is, what is to come. */
export function Stepper({ moves, trail, words }: StepperProps) {
  const { stage, path } = moves
  const way = wayOf(stage, path, trail.slip.correction !== null)
  const here = way.indexOf(stage)
  const by = standing(trail)
  return (
    <ol className="broadsheet-path" aria-label={words.admin['bar.path']}>
      {way.map((step, index) => {
        const state = index < here ? 'done' : index === here ? 'here' : 'todo'
        const names = by(step)
        const explained =
          state === 'here'
            ? words.admin['bar.here']
            : state === 'done' && names
              ? fill(words.admin['bar.done'], { names })
              : undefined
        return (
          <li
            key={step}
            className={`broadsheet-path__step broadsheet-path__step--${state} broadsheet-stage--${kindOf(step)}`}
            aria-current={state === 'here' ? 'step' : undefined}
            title={explained}
          >
            <span className="broadsheet-path__mark" aria-hidden="true">
              {state === 'done' ? '✓' : state === 'here' ? '●' : ''}
            </span>
            <span>{words.workflow.stages[step]}</span>
            {explained ? <span className="broadsheet-hidden">{explained}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** The stages from the desk to the readers. A spiked or withdrawn article has left that way: of it is said what it was, and what it is. */
function wayOf(stage: Stage, path: readonly Stage[], correcting: boolean): Stage[] {
  if (stage === 'withdrawn') return ['published', stage]
  if (stage === 'spiked') return ['draft', stage]
  const desk: Stage = correcting || stage === 'correcting' ? 'correcting' : 'draft'
  return [desk, ...path, 'ready', 'published']
}
