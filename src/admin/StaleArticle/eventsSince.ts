import { isTransition } from '../../core/workflow/index.ts'
import type { Words } from '../../translations/index.ts'
import type { SlipAnswer, TrailEvent } from '../articleWorkflow/answers.ts'

/** What happened after a revision, oldest first. */
export function eventsSince({ events }: SlipAnswer, rev: number): TrailEvent[] {
  return events.filter((event) => event.rev > rev)
}

/** Whether the text became another one in these events. */
export function textChanged(events: readonly TrailEvent[]): boolean {
  return events.some(
    ({ transition, details }) =>
      (transition === 'save' && details.changed === true) || transition === 'abandon',
  )
}

/** An event in words. */
export function eventName({ transition, phase, details }: TrailEvent, words: Words): string {
  const { admin, workflow } = words
  if (transition === 'create') return admin['slip.create']
  if (transition === 'save')
    return details.changed === true ? workflow.transitions.save : admin['slip.saveUnchanged']
  const name = isTransition(transition) ? workflow.transitions[transition] : transition
  return phase === 'asked' ? `${admin['slip.asked']} ${name}` : name
}
