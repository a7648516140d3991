import { useTranslation } from '@payloadcms/ui'

import type { Words } from '../../translations/index.ts'
import type { AnsweredBlocker, AnsweredOffer } from '../articleWorkflow/answers.ts'
import { inLocalTime } from '../articleWorkflow/formatTime.ts'

/** Reasons in words: what stands in the way, and what to do. */
export function Reasons({ blockers }: { blockers: readonly AnsweredBlocker[] }) {
  const { language } = useTranslation().i18n
  return (
    <ul className="broadsheet-reasons">
      {blockers.map(({ code, title, what, fix }, index) => (
        <li key={`${code}-${index}`}>
          <strong>{title}</strong> {inLocalTime(what, language)}{' '}
          <span className="broadsheet-reasons__fix">{fix}</span>
        </li>
      ))}
    </ul>
  )
}

interface WhyNotProps {
  refused: readonly AnsweredOffer[]
  /** Whether something else takes the article on for this person now. */
  goesOn: boolean
  words: Words
}

/**
 * The moves that matter here and that this user may not make, each with all its reasons. Closed until asked for, unless the step is
 * theirs and nothing is left to do but to know why not.
 */
export function WhyNot({ refused, goesOn, words }: WhyNotProps) {
  if (refused.length === 0) return null
  return (
    <details className="broadsheet-whynot" open={!goesOn && refused.some(isTheirs)}>
      <summary>{words.admin['bar.whyNot']}</summary>
      <dl>
        {refused.map(({ transition, blockers }) => (
          <div key={transition}>
            <dt>{words.workflow.transitions[transition]}</dt>
            <dd>
              <Reasons blockers={blockers} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function isTheirs({ blockers }: AnsweredOffer): boolean {
  return !blockers.some(({ code }) => code.startsWith('who.'))
}
