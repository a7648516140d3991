/** The version of the file's form. A reader refuses what is newer than itself. */
export const format = 1

/** A section is one collection's documents or versions, or one global. */
export interface SectionName {
  collection: string
  of: 'documents' | 'versions' | 'global'
}

/** How a collection's documents are named: by texts of its own, or by what the database makes. */
export type IdKind = 'text' | 'number' | 'uuid' | 'objectId'

/** The first line: what made the file, and what is in it. */
export interface Header {
  kind: 'header'
  format: number
  /** When the snapshot was taken, ISO 8601 in UTC. */
  at: string
  database: string
  payload: string
  collections: { slug: string; idKind: IdKind }[]
}

/**
 * The lines of a backup, which is gzipped NDJSON: a header, then per section its rows and an end with their number and hash,
 * then the files in pieces, then a last line without which the file is cut off.
 */
export type Line =
  | Header
  | ({ kind: 'section' } & SectionName)
  | { kind: 'row'; row: Record<string, unknown> }
  | ({ kind: 'end'; count: number; hash: string } & SectionName)
  | { kind: 'file'; collection: string; name: string }
  | { kind: 'piece'; base64: string }
  | { kind: 'fileEnd'; size: number; sha256: string }
  /** A file that the database names and the disk did not have. */
  | { kind: 'missing'; collection: string; name: string }
  | { kind: 'total'; sections: number; rows: number; files: number }

/** Why a backup was not made or a house not restored, as a value for words: nothing was written, or all of it was undone. */
export type BackupProblem =
  | 'fileExists'
  | 'notFound'
  | 'notABackup'
  | 'newerFormat'
  | 'damaged'
  | 'cutOff'
  | 'unknownCollections'
  | 'otherIds'
  | 'notEmpty'
  | 'differs'
  | 'halfWritten'
  | 'snapshotTooLong'

/** Thrown where a backup or a restore cannot go on, for a reason that a person can do something about. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal'
  constructor(
    readonly problem: BackupProblem,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${problem} ${JSON.stringify(params)}`)
  }
}
