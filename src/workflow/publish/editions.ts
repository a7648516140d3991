import type { PayloadRequest } from 'payload'

import type { EditionKind } from '../../core/issue/index.ts'
import { canonicalJson } from '../../core/text/index.ts'
import { newId } from '../../database/newId.ts'
import { sha256 } from '../../database/sha256.ts'
import type { Slugs } from '../../options.ts'
import { rowsOf } from '../rows.ts'
import type { EditionReference } from '../trail.ts'

/** A manifest as it is stored. */
export interface EditionRow {
  id: string
  issue: string
  publication: string
  /** Counts from 1 within the issue. */
  number: number
  kind: EditionKind
  at: string
  actorId: string
  /** Hash of the issue's manifest before; null for its first. */
  previous: string | null
  /** Canonical JSON. */
  manifest: string
  hash: string
}

/** A manifest to be written: what was put before readers, and who signed it. */
export interface NewEdition {
  /** Known before, where rows name it. */
  id?: string
  issue: string
  publication: string
  kind: EditionKind
  /** ISO 8601 in UTC. */
  at: string
  actorId: string
  content: Readonly<Record<string, unknown>>
}

/**
 * Writes the next manifest of an issue in the request's transaction. Its hash covers all of it, its place in the issue and the
 * hash of the one before included; nothing ever changes it (W5). The event that names it carries its hash.
 */
export async function writeEdition(
  { slugs, req }: { slugs: Slugs; req: PayloadRequest },
  edition: NewEdition,
): Promise<EditionReference & { number: number }> {
  const { issue, publication, kind, at, actorId, content } = edition
  const rows = rowsOf(req)
  const last = (await editionsOf({ slugs, req }, issue)).at(-1) ?? null
  const number = (last?.number ?? 0) + 1
  const previous = last?.hash ?? null
  const manifest = canonicalJson({ issue, publication, number, kind, at, actorId, previous, ...content })
  const row: EditionRow = {
    ...{ id: edition.id ?? newId(), issue, publication, number, kind, at, actorId, previous, manifest },
    hash: sha256(manifest),
  }
  await rows.insert(slugs.editions, row)
  return { id: row.id, hash: row.hash, number }
}

/** An issue's manifests, oldest first. */
export async function editionsOf(
  { slugs, req }: { slugs: Slugs; req: PayloadRequest },
  issue: string,
): Promise<EditionRow[]> {
  return (await rowsOf(req).all(slugs.editions, { issue: { equals: issue } }, 'number')).map(readEdition)
}

/** Reads a stored manifest: related documents as ids, absent values as null. */
export function readEdition(row: Record<string, unknown>): EditionRow {
  const { publication } = row
  return {
    id: String(row.id),
    issue: String(row.issue),
    publication: String(
      typeof publication === 'object' && publication !== null && 'id' in publication
        ? publication.id
        : publication,
    ),
    number: Number(row.number),
    kind: row.kind as EditionKind,
    at: String(row.at),
    actorId: String(row.actorId),
    previous: typeof row.previous === 'string' && row.previous !== '' ? row.previous : null,
    manifest: String(row.manifest),
    hash: String(row.hash),
  }
}
