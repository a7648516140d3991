import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'

import { runCommand, type CommandContext } from '../src/importer/command.ts'
import { runImport, type ImportListener, type ImportOptions } from '../src/importer/runImport.ts'
import { payloadStore } from '../src/importer/store.ts'
import type { ImportReport } from '../src/importer/types.ts'

type Row = Record<string, any> & { id: string }

/** A folder with these files, by their paths; texts are written as UTF-8. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-pages-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return folder
}

/** Imports into a house of a test, as the command does. */
export function importInto(
  payload: Payload,
  options: ImportOptions,
  listener: ImportListener = {},
): Promise<ImportReport> {
  return runImport(async () => payloadStore(payload), options, listener)
}

/** Runs the command in this process, on the house's database: its exit code and what it printed. */
export async function command(
  payload: Payload,
  argv: readonly string[],
  context: Partial<CommandContext> = {},
): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' }
  const code = await runCommand(argv, {
    env: { LANG: 'en_US.UTF-8' },
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
    openStore: async () => payloadStore(payload),
    ...context,
  })
  return { code, ...printed }
}

const collections = [
  ...['publications', 'issues', 'pages', 'placements', 'articles', 'authors', 'transcripts', 'import-runs'],
  ...['review-slips'],
]

/** How many rows there are, by collection: to compare a database with what it was. */
export async function countRows(payload: Payload): Promise<Record<string, number>> {
  const entries = await Promise.all(
    collections.map(
      async (collection) => [collection, (await payload.count({ collection })).totalDocs] as const,
    ),
  )
  const { totalDocs } = await payload.countVersions({ collection: 'articles' })
  return { ...Object.fromEntries(entries), versions: totalDocs }
}

/** The latest drafts of a publication's articles, by headline. */
export async function drafts(payload: Payload, where: object = {}): Promise<Row[]> {
  const found = await payload.find({
    collection: 'articles',
    where: where as never,
    draft: true,
    depth: 1,
    limit: 0,
    pagination: false,
    sort: 'headline',
  })
  return found.docs as unknown as Row[]
}

/** The text of a body, paragraphs apart by \n. */
export function textOf(body: any): string {
  const inner = (node: any): string =>
    node.type === 'linebreak' ? '\n' : (node.text ?? (node.children ?? []).map(inner).join(''))
  return (body?.root.children ?? []).map(inner).join('\n')
}

/** All rows of a collection. */
export async function rowsOf(payload: Payload, collection: string, where: object = {}): Promise<Row[]> {
  const options = { collection, where: where as never, depth: 0, limit: 0, pagination: false }
  return (await payload.find(options)).docs as unknown as Row[]
}
