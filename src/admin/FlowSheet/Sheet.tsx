import { proofs, reviews, type Stage } from '../../core/workflow/index.ts'
import { fill, type Words } from '../../translations/index.ts'
import { formatTime } from '../articleWorkflow/formatTime.ts'
import type { FlowSheetAnswer, FlowStep } from '../issueWork/answers.ts'

interface SheetProps {
  sheet: FlowSheetAnswer
  words: Words
  language: string
}

/** The sheet itself: the issue, its articles page by page with who judged each when, and who signed the pages. */
export function Sheet({ sheet, words, language }: SheetProps) {
  const { board, desk, workflow, labels } = words
  const { issue, pages, rows } = sheet
  const time = (at: string | null) => (at ? formatTime(at, language, { year: true }) : '—')
  const steps: readonly Stage[] = [...reviews, ...proofs].filter((step) =>
    rows.some((row) => row.steps.some((one) => one.step === step)),
  )
  const facts: [term: string, value: string][] = [
    [labels['issues.publication'], issue.publication.name],
    [labels['issues.date'], issue.date ?? '—'],
    [labels['issues.number'], issue.number ?? '—'],
    ...(issue.edition === 'main' ? [] : [[labels['issues.edition'], issue.edition] as [string, string]]),
    [
      board['production.stage'],
      desk.issueStages[issue.stage as keyof typeof desk.issueStages] ?? issue.stage,
    ],
    [board['flow.signedBy'], issue.signedBy ? `${issue.signedBy.name} ${time(issue.signedAt)}` : '—'],
    [
      board['flow.publishedAt'],
      issue.publishedAt ? `${time(issue.publishedAt)} ${issue.publishedBy?.name ?? ''}` : '—',
    ],
  ]
  return (
    <article lang={language === 'en' ? 'en' : 'zh'}>
      <h1>{fill(board['flow.of'], { title: issue.title })}</h1>
      <dl className="broadsheet-sheet__facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div
        className="broadsheet-sheet__scroll"
        role="region"
        aria-label={board['flow.articles']}
        tabIndex={0}
      >
        <table>
          <caption>{board['flow.articles']}</caption>
          <thead>
            <tr>
              <th scope="col">{labels['pages.one']}</th>
              <th scope="col">{labels['articles.headline']}</th>
              <th scope="col">{desk.sheet.writers}</th>
              {steps.map((step) => (
                <th key={step} scope="col">
                  {workflow.stages[step]}
                </th>
              ))}
              <th scope="col">{board['flow.now']}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.page}-${row.article}`}>
                <td>{row.page}</td>
                <th scope="row">
                  {row.headline || `${board['card.noHeadline']} ${row.title}`}
                  {row.urgent ? <small> {words.admin['bar.urgent']}</small> : null}
                </th>
                <td>{row.writers.map(({ name }) => name).join(board.comma) || '—'}</td>
                {steps.map((step) => (
                  <td key={step}>
                    <Steps taken={row.steps.filter((one) => one.step === step)} {...{ words, language }} />
                  </td>
                ))}
                <td>
                  {workflow.stages[row.stage]}
                  {row.publishedAt ? <small>{time(row.publishedAt)}</small> : null}
                </td>
              </tr>
            ))}
            {rows.length === 0 ? (
              <tr>
                <td colSpan={4 + steps.length}>{board['flow.none']}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
      <div className="broadsheet-sheet__scroll" role="region" aria-label={board['desk.pages']} tabIndex={0}>
        <table>
          <caption>{board['desk.pages']}</caption>
          <thead>
            <tr>
              <th scope="col">{labels['pages.one']}</th>
              <th scope="col">{board['responsibility.title']}</th>
              <th scope="col">{board['flow.signedPage']}</th>
            </tr>
          </thead>
          <tbody>
            {pages.map((page) => (
              <tr key={page.id}>
                <th scope="row">
                  {fill(board['page.title'], { number: page.number })} {page.name}
                </th>
                <td>
                  {page.responsibility
                    .filter(({ names }) => names.length > 0)
                    .map(
                      ({ role, names }) =>
                        `${desk.responsibility[role as keyof typeof desk.responsibility] ?? role}${board.colon}${names.join(board.comma)}`,
                    )
                    .join(board.gap) || '—'}
                </td>
                <td>{page.signedBy ? `${page.signedBy.name} ${time(page.signedAt)}` : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  )
}

/** Who decided at a step, when, and what they said; several when the article came back. */
function Steps({ taken, words, language }: { taken: readonly FlowStep[] } & Omit<SheetProps, 'sheet'>) {
  const { board, workflow } = words
  if (taken.length === 0) return '—'
  return taken.map((step) => (
    <div
      key={step.at}
      className={`broadsheet-sheet__step${step.stands ? '' : ' broadsheet-sheet__step--void'}`}
    >
      {step.by.name}
      {step.override ? fill(board['flow.confirmed'], { name: step.override.confirmedBy.name }) : null}
      {step.decision === 'pass'
        ? null
        : ` ${workflow.decisions[step.decision as keyof typeof workflow.decisions] ?? step.decision}`}
      {step.stands ? null : ` ${words.admin['slip.superseded']}`}
      <small>{formatTime(step.at, language, { year: true })}</small>
      {step.errors ? <small>{fill(board['flow.errors'], { count: step.errors })}</small> : null}
      {step.opinion ? <small>{step.opinion}</small> : null}
    </div>
  ))
}
