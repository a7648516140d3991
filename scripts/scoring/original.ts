import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transcriptsFolder } from '../learning/gold.ts'
import type { Scored } from './crossValidate.ts'

/**
 * Scores the same predictions with `../shared/transcripts/score.py`, for checking ours against it. Gives what that
 * prints, or null where it or python3 is not there.
 */
export function scoreWithOriginal({ pages }: Scored): string | null {
  const script = join(transcriptsFolder, 'score.py')
  if (!existsSync(script)) return null
  const folder = mkdtempSync(join(tmpdir(), 'score-'))
  try {
    const sets = [...new Set(pages.map(({ page }) => page.set))]
    for (const set of sets) mkdirSync(join(folder, set))
    for (const { page, predicted } of pages) {
      writeFileSync(join(folder, page.set, `${page.id}.json`), JSON.stringify({ articles: predicted }))
    }
    const gold = sets.flatMap((set) => ['--gold', join(transcriptsFolder, set)])
    const { status, stdout } = spawnSync('python3', [script, ...gold, '--pred', folder], { encoding: 'utf8' })
    return status === 0 ? stdout : null
  } finally {
    rmSync(folder, { recursive: true })
  }
}
