import { APIError, type PayloadRequest } from 'payload'

import { fill, wordsIn, type RefusalKey } from '../translations/index.ts'

interface RefusalOptions {
  code: RefusalKey
  /** HTTP status, 400 unless told. */
  status?: number
  params?: Record<string, string | number>
}

/** A request that is refused with a code and, in the asker's language, what happened and what to do. */
export class Refusal extends APIError<{ code: RefusalKey; params: Record<string, string | number> }> {
  constructor(req: Pick<PayloadRequest, 'i18n'>, { code, status = 400, params = {} }: RefusalOptions) {
    super(fill(wordsIn(req.i18n?.language).refusals[code], params), status, { code, params }, true)
  }
}
