import type { Payload } from 'payload'

import { migrationState } from './migrationState.ts'

/** The `code` of the error that `refuseNewerSchema` throws. */
export const schemaNewer = 'schemaNewer'

/** An older version of the code on the database of a newer one. */
export class NewerSchema extends Error {
  readonly code = schemaNewer
  /** Migrations that this version does not know. */
  readonly names: readonly string[]

  constructor(names: readonly string[]) {
    super(
      `数据库由更新的版本升级过（${names.join('、')}），本版本不能在其上运行：请部署更新的版本，或恢复升级前的备份。 / ` +
        `A newer version has migrated this database (${names.join(', ')}), and this one must not run on it: deploy the newer ` +
        'version, or restore the backup from before the upgrade.',
    )
    this.names = names
  }
}

/**
 * Refuses to start on the database of a newer version: old code would read and write rows whose meaning it does not know.
 * Outside production, where schemas are pushed, nothing is refused.
 */
export async function refuseNewerSchema(payload: Payload): Promise<void> {
  if (process.env.NODE_ENV !== 'production') return
  const { newer } = await migrationState(payload)
  if (newer.length > 0) throw new NewerSchema(newer)
}
