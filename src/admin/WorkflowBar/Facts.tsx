import { fill } from '../../translations/index.ts'
import type { ArticleOfPage } from '../articleWorkflow/useArticle.ts'
import type { SlipAnswer } from '../articleWorkflow/answers.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'

/** What is set on the slip beside the stage: on hold, urgent, who has it, deadlines, filing, open doubts. */
export function Facts({ article, trail }: { article: ArticleOfPage; trail: SlipAnswer }) {
  const { words, language, readAt } = article
  const { admin } = words
  const { slip, names } = trail
  const time = (at: string) => formatTime(at, language)
  const open = slip.flags.filter(({ accepted }) => accepted === null).length
  const overdue = slip.dueAt !== null && Date.parse(slip.dueAt) < readAt && slip.stage !== 'published'
  const facts: [text: string, tone: 'plain' | 'warn'][] = []
  if (slip.cycle > 1) facts.push([fill(admin['bar.cycle'], { cycle: slip.cycle }), 'plain'])
  if (slip.held) facts.push([admin['bar.held'], 'warn'])
  if (slip.urgent) facts.push([admin['bar.urgent'], 'warn'])
  if (slip.correction) {
    const { kind, reason } = slip.correction
    facts.push([fill(admin['bar.correcting'], { kind: words.workflow.kinds[kind], reason }), 'plain'])
    if (slip.correction.note) facts.push([fill(admin['bar.note'], { note: slip.correction.note }), 'plain'])
  }
  if (slip.withdrawal) facts.push([fill(admin['bar.notice'], { notice: slip.withdrawal.notice }), 'warn'])
  if (slip.assignee)
    facts.push([fill(admin['bar.assignee'], { name: names[slip.assignee] ?? slip.assignee }), 'plain'])
  if (slip.dueAt) {
    const key = overdue ? 'bar.overdue' : 'bar.due'
    facts.push([fill(admin[key], { time: time(slip.dueAt) }), overdue ? 'warn' : 'plain'])
  }
  if (slip.embargoUntil) facts.push([fill(admin['bar.embargo'], { time: time(slip.embargoUntil) }), 'plain'])
  if (slip.filing.no) facts.push([fill(admin['bar.filed'], { no: slip.filing.no }), 'plain'])
  else if (slip.filing.required) facts.push([admin['bar.filingMissing'], 'warn'])
  if (open > 0) facts.push([fill(admin['bar.flags'], { count: open }), 'warn'])
  if (facts.length === 0) return null
  return (
    <ul className="broadsheet-facts">
      {facts.map(([text, tone]) => (
        <li key={text} className={`broadsheet-facts__${tone}`}>
          {text}
        </li>
      ))}
    </ul>
  )
}
