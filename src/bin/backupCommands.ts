import { parseArgs } from 'node:util'
import type { Payload } from 'payload'

import { rebuildSearch } from '../delivery/search/rebuildSearch.ts'
import { optionsOf } from '../options.ts'
import { commandLanguage, commandText, type CommandKey } from '../translations/commands.ts'
import type { Language } from '../translations/index.ts'
import { BackupRefusal } from '../backup/format.ts'
import { remoteCollections } from '../backup/mediaFiles.ts'
import { restoreBackup } from '../backup/restoreBackup.ts'
import { writeBackup, type OnProgress } from '../backup/writeBackup.ts'

/** Done; refused or failed, with nothing written; wrong usage. */
const codes = { done: 0, failed: 1, usage: 2 } as const

type Command = 'backup' | 'restore'
type Open = () => Promise<Payload>

/** `backup FILE`, at this terminal, on the Payload that `open` gives: its exit code. */
export async function backupCommand(argv: readonly string[], open: Open): Promise<number> {
  const asked = read('backup', argv)
  if ('code' in asked) return asked.code
  const { file, language } = asked
  return said(language, async (onProgress) => {
    const payload = await open()
    const { rows, files, missing } = await writeBackup(payload, { file, onProgress })
    for (const name of missing) process.stderr.write(`${commandText(language, 'backup.missing', { name })}\n`)
    const remote = remoteCollections(payload).join(', ')
    if (remote) process.stderr.write(`${commandText(language, 'backup.remote', { names: remote })}\n`)
    return commandText(language, 'backup.done', { file, rows, files })
  })
}

/** `restore FILE [--replace]`, likewise. */
export async function restoreCommand(argv: readonly string[], open: Open): Promise<number> {
  const asked = read('restore', argv)
  if ('code' in asked) return asked.code
  const { file, language, replace } = asked
  return said(language, async (onProgress) => {
    const payload = await open()
    const { at, rows, files } = await restoreBackup(payload, { file, replace, onProgress })
    // The index is not in the backup: all of it can be made anew.
    const { search, slugs } = optionsOf(payload)
    if (search) {
      await rebuildSearch({
        ...{ payload, slugs },
        onProgress: (done, all) => onProgress({ what: 'search', done, all }),
      })
    }
    return commandText(language, 'restore.done', { at, rows, files })
  })
}

function read(
  command: Command,
  argv: readonly string[],
): { file: string; language: Language; replace: boolean } | { code: number } {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: { help: { type: 'boolean' }, replace: { type: 'boolean' }, lang: { type: 'string' } },
    ...{ strict: false, allowPositionals: true, tokens: true },
  })
  const language = commandLanguage(typeof values.lang === 'string' ? values.lang : undefined, process.env)
  const usage = commandText(language, `${command}.usage`)
  if (values.help === true) {
    process.stdout.write(`${usage}\n`)
    return { code: codes.done }
  }
  const allowed = ['help', 'lang', ...(command === 'restore' ? ['replace'] : [])]
  const unknown = tokens.some((token) => token.kind === 'option' && !allowed.includes(token.name))
  const [file] = positionals
  if (unknown || !file || positionals.length > 1) {
    process.stderr.write(`${usage}\n`)
    return { code: codes.usage }
  }
  return { file, language, replace: values.replace === true }
}

/** Runs the work with its progress on the terminal; says what it returns, or why it was refused. */
async function said(language: Language, work: (onProgress: OnProgress) => Promise<string>): Promise<number> {
  const { stdout, stderr } = process
  const live = stderr.isTTY === true
  const clear = () => void (live && stderr.write('\r\u001b[K'))
  const show: OnProgress = ({ what, done, all }) => {
    if (live) stderr.write(`\r\u001b[K${what} ${done}${all === null ? '' : `/${all}`}`)
  }
  try {
    const text = await work(show)
    clear()
    stdout.write(`${text}\n`)
    return codes.done
  } catch (error) {
    clear()
    if (!(error instanceof BackupRefusal)) throw error
    const key: CommandKey = `problem.${error.problem}`
    stderr.write(`${commandText(language, key, error.params)}\n`)
    return codes.failed
  }
}
