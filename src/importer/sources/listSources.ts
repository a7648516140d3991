import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import { diagnostic, type Diagnostic } from '../../core/diagnostics/index.ts'
import type { IssueSource, SourceFile } from '../types.ts'
import { groupIssues, readIssue } from './groupIssues.ts'
import { isZip, openZip, type TreeFile } from './openZip.ts'

const deepest = 6

/**
 * Finds what a person named: files (all loose ones are one issue), folders with or without an `issue.yaml`, folders
 * of such folders, ZIP archives of them. Nothing is read but manifests. What is not there is said, the rest goes on.
 */
export async function listSources(
  paths: readonly string[],
  manifest?: string,
): Promise<{ issues: IssueSource[]; diagnostics: Diagnostic[] }> {
  const issues: IssueSource[] = []
  const loose: SourceFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const name of paths) {
    const found = await listOne(name)
    if ('code' in found) diagnostics.push(found)
    else {
      issues.push(...found.issues)
      loose.push(...found.loose)
      diagnostics.push(...found.diagnostics)
    }
  }
  if (manifest !== undefined) {
    const described = await describe(manifest, loose)
    if ('code' in described) return { issues: [], diagnostics: [...diagnostics, described] }
    return { issues: [...issues, described.source], diagnostics: [...diagnostics, ...described.diagnostics] }
  }
  if (loose.length > 0) issues.unshift({ name: paths.join(' '), files: loose })
  return { issues, diagnostics }
}

async function listOne(
  name: string,
): Promise<{ issues: IssueSource[]; loose: SourceFile[]; diagnostics: Diagnostic[] } | Diagnostic> {
  const entry = await entryAt(name)
  if ('code' in entry) return entry
  if (entry.folder) {
    const found = await groupIssues(await walk(name), name)
    if (found.issues.length + found.loose.length + found.diagnostics.length === 0) {
      return diagnostic('input.nothing', { file: name }, { file: name })
    }
    return found
  }
  if (await startsAsZip(name)) {
    const files = await openZip(name, name)
    return 'code' in files ? files : groupIssues(files, name)
  }
  return { issues: [], loose: [entry.file], diagnostics: [] }
}

/** A manifest given by itself: it names files beside it, or describes those that were named. */
async function describe(
  name: string,
  given: readonly SourceFile[],
): Promise<{ source: IssueSource; diagnostics: Diagnostic[] } | Diagnostic> {
  const entry = await entryAt(name)
  if ('code' in entry) return entry
  if (entry.folder) return diagnostic('input.unreadable', { file: name, reason: 'EISDIR' }, { file: name })
  const own: TreeFile = { ...entry.file, path: path.basename(name) }
  if (given.length === 0) return readIssue(own, await walk(path.dirname(name)))
  return readIssue(
    own,
    given.map((one) => ({ ...one, path: path.basename(one.name) })),
  )
}

async function entryAt(
  name: string,
): Promise<{ folder: true } | { folder: false; file: SourceFile } | Diagnostic> {
  try {
    const found = await stat(name)
    if (found.isDirectory()) return { folder: true }
    // A pipe or a device has no size to check and may never end.
    if (!found.isFile()) {
      return diagnostic('input.unreadable', { file: name, reason: 'not a regular file' }, { file: name })
    }
    return { folder: false, file: { name, size: found.size, read: () => readFile(name) } }
  } catch (error) {
    return unreadable(name, error)
  }
}

async function startsAsZip(name: string): Promise<boolean> {
  // An unreadable file is reported when it is read.
  return isZip(name).catch(() => false)
}

function unreadable(name: string, error: unknown): Diagnostic {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const reason = String(error.code)
  return reason === 'ENOENT' || reason === 'ENOTDIR'
    ? diagnostic('input.missing', { file: name }, { file: name })
    : diagnostic('input.unreadable', { file: name, reason }, { file: name })
}

/** Files below a folder. Hidden ones are left out, and links to folders are not followed: they may lead in circles. */
async function walk(root: string): Promise<TreeFile[]> {
  const files: TreeFile[] = []
  const visit = async (inner: string, depth: number): Promise<void> => {
    for (const entry of await readdir(path.join(root, inner), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const below = inner === '' ? entry.name : `${inner}/${entry.name}`
      if (entry.isDirectory() && depth < deepest) await visit(below, depth + 1)
      if (!entry.isFile() && !entry.isSymbolicLink()) continue
      const found = await entryAt(path.join(root, below))
      if (!('code' in found) && !found.folder) files.push({ ...found.file, path: below })
    }
  }
  await visit('', 0)
  return files
}
