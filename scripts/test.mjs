#!/usr/bin/env node
// `npm test`: every check, in one go, whatever fails. The last line is "N passed, N failed".
//   npm test -- --only unit,int     some steps: format lint types imports generated unit int-sqlite int-mongodb
//                                   (int: both) build package e2e
// Exit code 0: all passed; 1: something failed; 2: it could not be tried.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installOrExplain } from './lib/install.mjs'

const root = join(import.meta.dirname, '..')
process.chdir(root)
process.env.NEXT_TELEMETRY_DISABLED = '1'

process.exitCode = await main()

async function main() {
  if (!(await installOrExplain(root))) return 2
  // Only now: what follows imports packages.
  const { chooseSteps, runSteps } = await import('./lib/steps.mjs')

  const steps = chooseSteps(process.argv.slice(2))
  if (!steps) return 2
  // Everything the tests write lands here and goes with it.
  const temporary = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  process.env.TMPDIR = temporary
  try {
    return await runSteps(steps, { root, temporary })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
