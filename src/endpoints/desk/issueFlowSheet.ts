import type { Endpoint, PayloadRequest } from 'payload'

import { csvOf } from '../../core/csv.ts'
import { flowSteps } from '../../core/issue/index.ts'
import type { ResolvedOptions } from '../../options.ts'
import { wordsIn, type Words } from '../../translations/index.ts'
import { flowSheetOf, type FlowSheet, type NamedRow } from '../../workflow/desk/flowSheetOf.ts'
import { keyOf, notFound, readableBy, targetOf, type DeskTarget } from './deskTarget.ts'

/** 三审三校流程单 of an issue, as data and as a table for a spreadsheet. */
export function flowSheetEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    {
      path: '/:id/flow-sheet',
      method: 'get',
      handler: async (req) => Response.json(await sheet(targetOf(options, req))),
    },
    {
      path: '/:id/flow-sheet.csv',
      method: 'get',
      handler: async (req) => {
        const found = await sheet(targetOf(options, req))
        const name = `flow-sheet-${found.issue.date ?? found.issue.id}.csv`
        return new Response(csvOf(table(found, wordsIn(req.i18n?.language))), {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="${name}"`,
            'cache-control': 'private, no-store',
          },
        })
      },
    },
  ]
}

async function sheet(target: DeskTarget): Promise<FlowSheet> {
  const { req }: { req: PayloadRequest } = target
  await readableBy(target, 'issues')
  const found = await flowSheetOf(keyOf(target))
  if (!found) throw notFound(req, 'issues')
  return found
}

/** One line for each article: of each step the decision that stands, with who and when. */
function table({ rows }: FlowSheet, words: Words): (string | number | null)[][] {
  const { stages } = words.workflow
  const { sheet: heads } = words.desk
  const head = [heads.page, heads.headline, heads.writers, heads.stage, heads.cycle]
  const steps = flowSteps.flatMap((step) => [
    ...[stages[step], `${stages[step]} ${heads.time}`, `${stages[step]} ${heads.opinion}`],
  ])
  return [
    [...head, ...steps, heads.returns, heads.urgent, heads.publishedAt, heads.article],
    ...rows.map((row) => [
      ...[
        row.page,
        row.headline ?? row.title,
        row.writers.map(({ name }) => name).join(words.workflow.comma),
      ],
      ...[stages[row.stage as keyof typeof stages] ?? row.stage, row.cycle],
      ...flowSteps.flatMap((step) => cells(row, step)),
      row.steps.filter(({ decision }) => decision !== 'pass').length,
      row.urgent ? heads.yes : '',
      row.publishedAt ?? '',
      row.article,
    ]),
  ]
}

function cells({ steps }: NamedRow, step: string): string[] {
  const found = steps.findLast((one) => one.step === step && one.stands)
  if (!found) return ['', '', '']
  const names = [found.by.name, ...(found.override ? [found.override.confirmedBy.name] : [])]
  return [names.join(' + '), found.at, found.opinion ?? '']
}
