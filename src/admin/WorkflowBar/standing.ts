import { standingInCycle, stepsOf, type Stage } from '../../core/workflow/index.ts'
import type { SlipAnswer } from '../articleWorkflow/answers.ts'

/** Who has done a step of the present cycle, by name; null when nobody has, or it no longer counts. */
export function standing({ slip, records, names }: SlipAnswer): (step: Stage) => string | null {
  const counting = standingInCycle({ slip, records })
  return (step) => {
    const record = counting.findLast((one) => stepsOf(one).some((done) => done === step))
    if (!record) return null
    const people = [record.actorId, ...(record.override ? [record.override.confirmedBy] : [])]
    return people.map((person) => names[person] ?? person).join('、')
  }
}
