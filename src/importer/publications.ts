import { diagnostic, type Diagnostic } from '../core/diagnostics/index.ts'
import type { ImportStore } from './storePort.ts'
import type { IssueSource, PublicationName } from './types.ts'

interface Wanted {
  source: IssueSource
  options: { publication?: string; createPublication?: boolean; slug?: string }
}

/** A publication that is there, or, with `made`, one that the first page written will make. */
export interface FoundPublication {
  publication: PublicationName & { id: string; slug: string }
  made?: Diagnostic
}

/** Finds the publication of an issue by name or slug; the error for an unknown one lists those there are. */
export async function findPublication(
  store: ImportStore,
  { source, options }: Wanted,
): Promise<FoundPublication | Diagnostic> {
  const place = { file: source.name }
  const named = source.publication
  const wanted = options.publication ?? named?.slug ?? named?.name
  if (wanted === undefined) return diagnostic('publication.missing', {}, place)
  const known = await store.publications()
  const by = (text: string | undefined) => known.find(({ name, slug }) => name === text || slug === text)
  const publication = by(wanted) ?? (options.publication === undefined ? by(named?.name) : undefined)
  const otherwise = options.publication !== undefined && named && !isCalled(options.publication, named)
  if (otherwise && by(named.slug ?? named.name)?.id !== publication?.id) {
    return diagnostic('publication.conflict', { given: options.publication!, manifest: named.name }, place)
  }
  if (publication) return { publication }
  if (!options.createPublication) {
    const names = known.map(({ name, slug }) => `${name} (${slug})`).join(', ') || '–'
    return diagnostic('publication.unknown', { name: wanted, known: names }, place)
  }
  const id = store.newId()
  const name =
    options.publication && !(named && isCalled(options.publication, named))
      ? options.publication
      : named?.name
  const slug = options.slug ?? named?.slug ?? slugOf(name ?? wanted, id)
  const made = { ...named, name: name ?? wanted, id, slug }
  return { publication: made, made: diagnostic('publication.made', { name: made.name, slug }) }
}

function isCalled(text: string, { name, slug }: PublicationName): boolean {
  return text === name || text === slug
}

/** Latin names as they are; for others a short code, because guessing at readings of characters makes wrong addresses. */
function slugOf(name: string, id: string): string {
  const latin = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return /^[\p{Script=Latin}\p{N}\p{P}\s]+$/u.test(name) && latin !== '' ? latin : `paper-${id.slice(0, 6)}`
}
