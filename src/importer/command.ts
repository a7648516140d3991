import { isDay } from '../core/days.ts'
import type { Diagnostic } from '../core/diagnostics/index.ts'
import { explainPage } from '../core/transcript/index.ts'
import { importerText } from '../translations/importer.ts'
import type { Language } from '../translations/index.ts'
import type { DateSuggestion } from './checkIssue.ts'
import { parseCommand, type Command } from './parseCommand.ts'
import { diagnosticLine } from './report/diagnosticLine.ts'
import { explainLines } from './report/explainLines.ts'
import { pageJson } from './report/pageJson.ts'
import { pageHead, pageTable } from './report/pageTable.ts'
import { progressBar } from './report/progressBar.ts'
import { rollBackRun } from './rollBackRun.ts'
import { runImport } from './runImport.ts'
import { listSources } from './sources/listSources.ts'
import { readSource } from './sources/readSource.ts'
import { splitPages } from './sources/splitPages.ts'
import type { ImportStore } from './storePort.ts'
import type { ImportReport } from './types.ts'

/** Done; problems in the data; wrong usage; stopped by Ctrl-C (128 + SIGINT, as shells have it). */
export const exitCodes = { done: 0, problems: 1, usage: 2, stopped: 130 } as const

/** What surrounds the command: where it prints, whom it can ask, how it reaches the database. */
export interface CommandContext {
  env: Record<string, string | undefined>
  /** Results. */
  out(text: string): void
  /** Messages, questions and progress. */
  err(text: string): void
  /** Columns of the terminal that results go to; undefined when they go elsewhere. */
  width?: number
  /** Columns of the terminal that messages go to; undefined when they go elsewhere. */
  liveWidth?: number
  /** Asks a person; undefined when there is none. */
  ask?: (question: string) => Promise<string>
  /** Called at most once, and only when there is something to write. */
  openStore(): Promise<ImportStore>
  signal?: AbortSignal
}

/** Runs the import command and gives its exit code. */
export async function runCommand(argv: readonly string[], context: CommandContext): Promise<number> {
  const command = parseCommand(argv, context.env)
  switch (command.kind) {
    case 'help':
      context.out(`${importerText(command.language, 'usage')}\n`)
      return exitCodes.done
    case 'wrong': {
      const { language, key, params } = command
      context.err(`${importerText(language, key, params)} ${importerText(language, 'usage.seeHelp')}\n`)
      return exitCodes.usage
    }
    case 'explain':
      return explain(command, context)
    case 'rollback':
      return rollBack(command, context)
    case 'import':
      return importPages(command, context)
  }
}

async function importPages(
  { language, json, options }: Extract<Command, { kind: 'import' }>,
  context: CommandContext,
): Promise<number> {
  const columns = context.liveWidth
  const bar = columns !== undefined && !json ? progressBar(context.err, { language, columns }) : null
  const out = (lines: readonly string[]): void => {
    bar?.clear()
    context.out(lines.map((line) => `${line}\n`).join(''))
  }
  const say = (found: Diagnostic): void => {
    bar?.clear()
    context.err(`${diagnosticLine(found, language)}\n`)
  }
  let pages = 0
  if (json) context.out('{"pages":[')
  const { ask, width, signal } = context
  const report = await runImport(() => context.openStore(), options, {
    ...(signal ? { signal } : {}),
    ...(ask && !json ? { askDate: askDate(ask, language) } : {}),
    ...(bar ? { onProgress: (progress) => bar.show(progress) } : {}),
    onDiagnostic: say,
    onPage: (page) => {
      const { change } = page
      const own = page.page.diagnostics
      if (json) {
        context.out(`${pages++ > 0 ? ',' : ''}\n${JSON.stringify(pageJson(page.page, language))}`)
        // The rest is in the JSON, with its article.
        const said = new Set(
          page.page.reading.articles.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)),
        )
        for (const found of [...own.filter(({ code }) => !said.has(code)), ...change.diagnostics]) say(found)
        return
      }
      const found = [...own, ...change.diagnostics].map((one) => diagnosticLine(one, language))
      const table = pageTable(page, { language, ...(width ? { width } : {}) })
      out([pageHead(page, language), ...(change.status === 'unchanged' ? [] : [...table, ...found])])
    },
  })
  bar?.clear()
  if (json) context.out('\n]}\n')
  const end = endLines(report, { language, dryRun: options.dryRun === true })
  if (json) context.err(end.map((line) => `${line}\n`).join(''))
  else out(end)
  if (report.stopped) return exitCodes.stopped
  return report.result === 'success' ? exitCodes.done : exitCodes.problems
}

function endLines(
  report: ImportReport,
  { language, dryRun }: { language: Language; dryRun: boolean },
): string[] {
  const { result, counts, run, stopped } = report
  const nothingNew =
    result === 'success' && counts.pages > 0 && counts.unchangedPages === counts.pages && run === null
  const end = stopped ? 'end.stopped' : nothingNew ? 'end.nothingNew' : (`end.${result}` as const)
  return [
    importerText(language, 'end.counts', { ...counts }),
    importerText(language, dryRun && !stopped ? 'end.dryRun' : end),
    ...(run ? [importerText(language, 'end.run', { run })] : []),
  ]
}

/** Asks until the answer is a day that exists; an empty answer takes the suggestion, or gives up without one. */
function askDate(ask: (question: string) => Promise<string>, language: Language) {
  return async (issue: string, suggestion: DateSuggestion | null): Promise<string | null> => {
    for (;;) {
      const evidence =
        suggestion?.evidence.map(({ text }) => [...text].slice(0, 40).join('')).join(' / ') ?? ''
      const question = suggestion
        ? importerText(language, 'date.ask', { issue, date: suggestion.value, evidence })
        : importerText(language, 'date.askBare', { issue })
      const answer = (await ask(question)).trim()
      if (answer === '') return suggestion?.value ?? null
      if (isDay(answer)) return answer
    }
  }
}

async function rollBack(
  { language, run }: Extract<Command, { kind: 'rollback' }>,
  context: CommandContext,
): Promise<number> {
  const store = await context.openStore()
  try {
    const result = await rollBackRun(store, run)
    if (!result) {
      context.err(`${importerText(language, 'rollback.unknown', { run })}\n`)
      return exitCodes.problems
    }
    for (const found of result.diagnostics) context.err(`${diagnosticLine(found, language)}\n`)
    const { pages, removed, restored, kept } = result
    context.out(`${importerText(language, 'rollback.done', { run, pages, removed, restored, kept })}\n`)
    return exitCodes.done
  } finally {
    await store.close()
  }
}

async function explain(
  { language, sources }: Extract<Command, { kind: 'explain' }>,
  context: CommandContext,
): Promise<number> {
  const listed = await listSources(sources)
  let failed = listed.diagnostics.length > 0
  for (const found of listed.diagnostics) context.err(`${diagnosticLine(found, language)}\n`)
  for (const file of listed.issues.flatMap(({ files }) => files)) {
    const read = await readSource(file)
    if ('code' in read) {
      failed = true
      context.err(`${diagnosticLine(read, language)}\n`)
      continue
    }
    for (const { text, linesBefore } of splitPages(read.text)) {
      const lines = explainLines(explainPage(text, file.page ? { page: file.page } : {}), linesBefore)
      context.out([file.name, ...lines].map((line) => `${line}\n`).join(''))
    }
  }
  return failed ? exitCodes.problems : exitCodes.done
}
