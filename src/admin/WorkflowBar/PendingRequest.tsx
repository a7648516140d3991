import { Button } from '@payloadcms/ui'

import { confirmWithin } from '../../core/workflow/index.ts'
import { fill } from '../../translations/index.ts'
import type { AnsweredOffer, SlipAnswer } from '../articleWorkflow/answers.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { ArticleOfPage } from '../articleWorkflow/useArticle.ts'

interface PendingRequestProps {
  article: ArticleOfPage
  trail: SlipAnswer
  /** The move as this user may confirm it. */
  confirm: AnsweredOffer | null
  busy: boolean
  onConfirm: (offer: AnsweredOffer) => void
}

/** What a first person has asked for: everybody sees it, who may confirm it gets the button. */
export function PendingRequest({ article, trail, confirm, busy, onConfirm }: PendingRequestProps) {
  const { words, language, readAt } = article
  const { pending } = trail.slip
  if (!pending) return null
  const until = Date.parse(pending.at) + confirmWithin
  const time = formatTime(new Date(until).toISOString(), language)
  const move = words.workflow.transitions[pending.transition]
  const name = trail.names[pending.by] ?? pending.by
  const lapsed = until < readAt
  return (
    <div className="broadsheet-pending" role="status">
      <p>
        <strong>{fill(words.admin['pending.asked'], { name, move, reason: pending.reason })}</strong>{' '}
        {lapsed
          ? words.admin['pending.lapsed']
          : fill(words.admin[confirm ? 'pending.confirm' : 'pending.waiting'], { time })}
      </p>
      {pending.notice ? <p>{fill(words.admin['pending.notice'], { notice: pending.notice })}</p> : null}
      {confirm && !lapsed ? (
        <Button
          buttonStyle="primary"
          size="small"
          margin={false}
          disabled={busy}
          onClick={() => onConfirm(confirm)}
        >
          {fill(words.admin['pending.button'], { move })}
        </Button>
      ) : null}
    </div>
  )
}
