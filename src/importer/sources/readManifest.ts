import { parseDocument } from 'yaml'

import { isDay } from '../../core/days.ts'
import { diagnostic, type Diagnostic } from '../../core/diagnostics/index.ts'
import { pageNumber } from '../../core/pageNumbers.ts'
import type { PublicationName } from '../types.ts'

/** What an `issue.yaml` says. */
export interface Manifest {
  publication?: PublicationName
  date?: string
  edition?: string
  number?: string
  wholeNumber?: string
  pages: { file: string; number?: string; name?: string }[]
}

const keys = new Set(['publication', 'date', 'edition', 'number', 'wholeNumber', 'pages'])
const publicationKeys = new Set(['name', 'slug', 'cnNumber'])
const pageKeys = new Set(['file', 'number', 'name'])

/** Reads a manifest; a key or value that is wrong is an error that names it, because a typo must not be passed over. */
export function readManifest(text: string, file: string): Manifest | Diagnostic {
  const wrong = (key: string, value: unknown): Diagnostic =>
    diagnostic('manifest.invalid', { file, key, value: shown(value) }, { file })
  // `failsafe` keeps every scalar a string: a date stays a date, page 01 stays 01.
  const document = parseDocument(text, { schema: 'failsafe' })
  const [problem] = document.errors
  if (problem) {
    const [start] = problem.linePos ?? []
    const place = { file, ...(start ? { line: start.line, column: start.col } : {}) }
    return diagnostic('manifest.notYaml', { file, reason: problem.code }, place)
  }
  const root: unknown = document.toJS({ maxAliasCount: 0 })
  if (!isRecord(root)) return wrong('issue.yaml', root)
  const unknown = Object.keys(root).find((key) => !keys.has(key))
  if (unknown !== undefined) return wrong(unknown, root[unknown])

  const manifest: Manifest = { pages: [] }
  for (const key of ['date', 'edition', 'number', 'wholeNumber'] as const) {
    const value = root[key]
    if (value === undefined) continue
    if (typeof value !== 'string' || value.trim() === '') return wrong(key, value)
    manifest[key] = value.trim()
  }
  if (manifest.date !== undefined && !isDay(manifest.date)) return wrong('date', manifest.date)
  const publication = readPublication(root.publication)
  if (publication === null) return wrong('publication', root.publication)
  if (publication) manifest.publication = publication

  const pages = root.pages ?? []
  if (!Array.isArray(pages)) return wrong('pages', pages)
  for (const [index, entry] of pages.entries()) {
    const page = readEntry(entry)
    if (!page) return wrong(`pages[${index}]`, entry)
    if (manifest.pages.some((other) => other.file === page.file))
      return wrong(`pages[${index}].file`, page.file)
    manifest.pages.push(page)
  }
  return manifest
}

function readPublication(value: unknown): PublicationName | null | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return value.trim() === '' ? null : { name: value.trim() }
  if (!isRecord(value) || Object.keys(value).some((key) => !publicationKeys.has(key))) return null
  const { name, slug, cnNumber } = value
  if (typeof name !== 'string' || name.trim() === '') return null
  return {
    name: name.trim(),
    ...(typeof slug === 'string' ? { slug } : {}),
    ...(typeof cnNumber === 'string' ? { cnNumber } : {}),
  }
}

function readEntry(entry: unknown): Manifest['pages'][number] | null {
  if (typeof entry === 'string') return entry === '' ? null : { file: entry }
  if (!isRecord(entry) || Object.keys(entry).some((key) => !pageKeys.has(key))) return null
  const { file, number, name } = entry
  if (typeof file !== 'string' || file === '') return null
  const page = number === undefined ? undefined : typeof number === 'string' ? pageNumber(number) : null
  if (page === null) return null
  return { file, ...(page ? { number: page } : {}), ...(typeof name === 'string' && name ? { name } : {}) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 80)
}
