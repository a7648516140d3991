#!/usr/bin/env node
// `npm run build:package`: compiles src to dist/package, ready for `npm pack dist/package`.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { packageManifest } from './lib/packageManifest.mjs'
import { withEmittedExtensions } from './lib/emittedExtensions.mjs'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'src')
const out = join(root, 'dist/package')

process.exitCode = build()

function build() {
  rmSync(out, { recursive: true, force: true })
  const entries = {
    '.': 'index',
    ...Object.fromEntries(namesIn('exports').map((name) => [`./${name}`, `exports/${name}`])),
  }
  const commands = namesIn('bin').map((name) => `bin/${name}`)
  const program = ts.createProgram(
    [...Object.values(entries), ...commands].map((path) => join(source, `${path}.ts`)),
    compilerOptions(),
  )
  const { diagnostics } = program.emit(undefined, undefined, undefined, false, {
    afterDeclarations: [withEmittedExtensions],
  })
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (problems.length > 0) {
    const host = {
      getCurrentDirectory: () => root,
      getCanonicalFileName: (name) => name,
      getNewLine: () => '\n',
    }
    console.error(ts.formatDiagnosticsWithColorAndContext(problems, host))
    return 1
  }

  const specifiers = ownFiles(program).flatMap((file) =>
    file.imports.map(({ text }) => ({ text, from: file.fileName })),
  )
  for (const { text, from } of specifiers) if (text.endsWith('.css')) copyBeside(from, text)
  const imported = [...new Set(specifiers.flatMap(({ text }) => packageOf(text)))].sort()
  const manifest = packageManifest({ root, entries, imported })
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  // The guide's links lead to the pages beside it, here as in docs/.
  for (const [from, to] of [
    ['LICENSE', 'LICENSE'],
    ['CHANGELOG.md', 'CHANGELOG.md'],
    ['docs/plugin.md', 'README.md'],
    ['docs/options.md', 'options.md'],
    ['docs/recipes.md', 'recipes.md'],
    ['docs/recipes/ownNames.ts', 'recipes/ownNames.ts'],
    ['docs/recipes/readIssue.ts', 'recipes/readIssue.ts'],
  ]) {
    mkdirSync(dirname(join(out, to)), { recursive: true })
    copyFileSync(join(root, from), join(out, to))
  }
  console.log(
    `${relative(root, out)}: ${manifest.name} ${manifest.version}, ${Object.keys(entries).length} entries`,
  )
  return 0
}

/** @param {string} folder of src; none is no entries */
function namesIn(folder) {
  return readdirSync(join(source, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
}

/** The options that types are checked with, turned to emitting. Source maps carry their sources: src is not shipped. */
function compilerOptions() {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'))
      },
    },
  )
  const { tsBuildInfoFile, plugins, ...options } = parsed.options
  return {
    ...options,
    ...{ noEmit: false, incremental: false, rootDir: source, outDir: out },
    ...{ declaration: true, sourceMap: true, inlineSources: true, rewriteRelativeImportExtensions: true },
  }
}

/** @param {ts.Program} program */
function ownFiles(program) {
  return program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${source}/`))
}

/**
 * @param {string} specifier
 * @returns {string[]} the package it is from; none for our own files and Node's modules
 */
function packageOf(specifier) {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return []
  const [scope, name] = specifier.split('/')
  return [specifier.startsWith('@') ? `${scope}/${name}` : scope]
}

/**
 * @param {string} importer a file of src
 * @param {string} style as it imports it
 */
function copyBeside(importer, style) {
  const from = join(dirname(importer), style)
  const to = join(out, relative(source, from))
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}
