import type { Payload, PayloadRequest } from 'payload'

import { runImport, type ImportListener } from '../importer/runImport.ts'
import { payloadStore } from '../importer/store.ts'
import type { ImportReport } from '../importer/types.ts'

export { batchedInserts, type BatchedInserts } from '../database/batchedInserts.ts'
export { lexicalBody } from '../core/text/lexicalBody.ts'
export { readPage } from '../core/transcript/index.ts'
export { runCommand } from '../importer/command.ts'
export { runImport, type ImportListener, type ImportOptions } from '../importer/runImport.ts'
export { rollBackRun, type RolledBack } from '../importer/rollBackRun.ts'
export { steadyHeap } from '../importer/steadyHeap.ts'
export { payloadStore } from '../importer/store.ts'
export type { ImportStore } from '../importer/storePort.ts'
export type { ImportCounts, ImportReport, PageReport } from '../importer/types.ts'

/** What `importIssue` is to read. */
export interface IssueFolder extends ImportListener {
  /** A folder with an `issue.yaml`, or one that holds such folders. */
  folder: string
  /** Make a publication that is not there yet. */
  createPublication?: boolean
  /** A request in whose transaction, if it has one, all of it is written. */
  req?: PayloadRequest
}

/** Imports an issue's folder into a running Payload, as drafts. Importing it again changes nothing. */
export async function importIssue(
  payload: Payload,
  { folder, createPublication = false, req, ...listener }: IssueFolder,
): Promise<ImportReport> {
  return runImport(async () => payloadStore(payload, req), { sources: [folder], createPublication }, listener)
}
