import { createInterface } from 'node:readline/promises'

import { runCommand } from './command.ts'
import { steadyHeap } from './steadyHeap.ts'
import type { ImportStore } from './storePort.ts'

/** Runs the import command for whoever sits at this terminal: Ctrl-C stops it after the page at hand. Its exit code. */
export async function importInTerminal(
  argv: readonly string[],
  openStore: () => Promise<ImportStore>,
): Promise<number> {
  steadyHeap()
  const { stdin, stdout, stderr, env } = process
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())

  const ask = async (question: string): Promise<string> => {
    const terminal = createInterface({ input: stdin, output: stderr })
    try {
      return await terminal.question(question, { signal: stop.signal })
    } finally {
      terminal.close()
    }
  }
  return runCommand(argv, {
    env,
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    ...(stdout.isTTY ? { width: stdout.columns } : {}),
    ...(stderr.isTTY ? { liveWidth: stderr.columns } : {}),
    ...(stdin.isTTY && stderr.isTTY ? { ask } : {}),
    signal: stop.signal,
    openStore,
  })
}
