import path from 'node:path'

import { diagnostic, type Diagnostic } from '../../core/diagnostics/index.ts'
import type { IssueSource, SourceFile } from '../types.ts'
import type { TreeFile } from './openZip.ts'
import { readManifest } from './readManifest.ts'
import { readSource } from './readSource.ts'

const manifestName = /^issue\.ya?ml$/i
const transcriptName = /\.(txt|text)$/i

/** What a folder or archive holds: issues with a manifest, and text files that stand beside no manifest. */
export interface Grouped {
  issues: IssueSource[]
  loose: SourceFile[]
  diagnostics: Diagnostic[]
}

/** Sorts the files of a folder or an archive into issues: one for each `issue.yaml`, by the folder it is in. */
export async function groupIssues(files: readonly TreeFile[], name: string): Promise<Grouped> {
  const grouped: Grouped = { issues: [], loose: [], diagnostics: [] }
  const manifests = files.filter((file) => manifestName.test(path.posix.basename(file.path)))
  for (const manifest of manifests.sort(byPath)) {
    const folder = path.posix.dirname(manifest.path)
    const issue = await readIssue(manifest, files)
    if ('code' in issue) grouped.diagnostics.push(issue)
    else {
      grouped.diagnostics.push(...issue.diagnostics)
      grouped.issues.push({ ...issue.source, name: folder === '.' ? name : `${name}/${folder}` })
    }
  }
  if (manifests.length === 0 || !manifests.some((file) => path.posix.dirname(file.path) === '.')) {
    // Only those at the top: what lies deeper without a manifest belongs to nobody knows which issue.
    grouped.loose = transcriptsIn(files, '.')
  }
  return grouped
}

/** An issue as its manifest describes it; files that are missing are left out and said. */
export async function readIssue(
  manifest: TreeFile,
  files: readonly TreeFile[],
): Promise<{ source: IssueSource; diagnostics: Diagnostic[] } | Diagnostic> {
  const read = await readSource(manifest)
  if ('code' in read) return read
  const said = readManifest(read.text, manifest.name)
  if ('code' in said) return said
  const { pages, ...rest } = said
  const folder = path.posix.dirname(manifest.path)
  if (pages.length === 0) {
    return { source: { name: manifest.name, files: transcriptsIn(files, folder), ...rest }, diagnostics: [] }
  }
  const diagnostics: Diagnostic[] = []
  const found: SourceFile[] = []
  for (const page of pages) {
    // Only files that were listed can be named, so a manifest cannot reach out of its folder.
    const inside = path.posix.normalize(path.posix.join(folder, page.file))
    const file = files.find((one) => one.path === inside)
    if (!file) {
      diagnostics.push(diagnostic('input.missing', { file: page.file }, { file: manifest.name }))
      continue
    }
    found.push({
      ...file,
      ...(page.number ? { page: page.number } : {}),
      ...(page.name ? { pageName: page.name } : {}),
    })
  }
  return { source: { name: manifest.name, files: found, ...rest }, diagnostics }
}

function transcriptsIn(files: readonly TreeFile[], folder: string): SourceFile[] {
  return files
    .filter((file) => path.posix.dirname(file.path) === folder && transcriptName.test(file.path))
    .sort(byPath)
}

const order = new Intl.Collator('en', { numeric: true })

function byPath(one: TreeFile, other: TreeFile): number {
  return order.compare(one.path, other.path)
}
