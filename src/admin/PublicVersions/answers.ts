import type { CanonicalContent } from '../../core/text/index.ts'
import type { Correction } from '../../core/workflow/index.ts'
import type { Person } from '../issueWork/answers.ts'

/** One text that readers could read. */
export interface PublicVersion {
  version: number
  at: string
  by: Person
  kind: Correction['kind'] | null
  note: string | null
  hash: string
  text: CanonicalContent | null
}

/** `GET /articles/:id/editions`: everything readers ever saw of an article. */
export interface PublicHistory {
  versions: PublicVersion[]
  withdrawals: { at: string; by: Person; askedBy: Person | null; notice: string }[]
  names: Record<string, string>
}
