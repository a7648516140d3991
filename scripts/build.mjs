#!/usr/bin/env node
// Builds what `npm start` runs: Next's pages to .next and the server to dist/server.mjs.
// --if-stale does nothing when the last build was made from these sources.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { forgetBuild, hashInputs, isBuilt, recordBuild } from './lib/buildState.mjs'
import { run } from './lib/run.mjs'

const root = join(import.meta.dirname, '..')

process.exitCode = process.argv.includes('--if-stale') && isBuilt(root) ? 0 : await build()

async function build() {
  const inputs = hashInputs(root)
  forgetBuild(root)
  rmSync(join(root, 'dist', 'server.mjs'), { force: true })

  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Nothing is signed while building; the configuration only insists that there is a secret.
    PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || `build-only-${inputs}`,
  }
  const pages = await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { cwd: root, env })
  if (pages !== 0) return pages

  const { build: bundle } = await import('esbuild')
  await bundle({
    absWorkingDir: root,
    entryPoints: ['server/index.ts'],
    outfile: 'dist/server.mjs',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  })
  // The commands too, for where only what was built is: an image has no sources and no tsx.
  await bundle({
    absWorkingDir: root,
    entryPoints: ['import', 'audit', 'backup', 'restore', 'password', 'searchRebuild'].map(
      (name) => `scripts/${name}.ts`,
    ),
    outdir: 'dist/commands',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    jsx: 'automatic',
    logLevel: 'warning',
  })
  recordBuild(root, inputs)
  return 0
}
