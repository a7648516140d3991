import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

const folder = 'app/(payload)/admin'

/**
 * Whether the committed import map is the one the configuration asks for: a component that is missing in it is
 * missing in the admin, without an error.
 *
 * @returns {Promise<number>} exit code
 */
export async function checkImportMap() {
  // Beside the real one, because its imports are relative; judged by the file, not by the exit code.
  const name = `importMap.check-${process.pid}.js`
  const fresh = join(folder, name)
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-map-'))
  try {
    await run(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', 'scripts/importMap.ts', name],
      {
        env: { ...process.env, NODE_ENV: 'production', DATABASE_URI: '', BROADSHEET_DATA_DIR: dataDir },
      },
    )
    const current =
      existsSync(fresh) && readFileSync(fresh, 'utf8') === readFileSync(join(folder, 'importMap.js'), 'utf8')
    console.log(
      current ? 'The import map is current.' : 'The import map is not current: npm run generate:importmap',
    )
    return current ? 0 : 1
  } finally {
    rmSync(fresh, { force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}
