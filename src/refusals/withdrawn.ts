import { APIError, type PayloadRequest } from 'payload'

import { wordsIn } from '../translations/index.ts'

/** What can be read of something that is withdrawn. */
export interface WithdrawnData {
  code: 'withdrawn'
  /** Words for readers, in the newspaper's language. */
  notice: string
  /** ISO 8601 in UTC. */
  at: string
}

/** 410: readers saw it once and can see it no more; the notice says why. */
export class Withdrawn extends APIError<WithdrawnData> {
  constructor(req: Pick<PayloadRequest, 'i18n'>, { notice, at }: Omit<WithdrawnData, 'code'>) {
    const words = wordsIn(req.i18n?.language).refusals.withdrawn
    super(`${words} ${notice}`.trim(), 410, { code: 'withdrawn', notice, at }, true)
  }
}
