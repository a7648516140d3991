import type { AfterErrorHook } from 'payload'

import { isWriteConflict } from '../database/isWriteConflict.ts'
import { wordsIn } from '../translations/index.ts'

/**
 * Of two saves at the same moment MongoDB aborts one with a write conflict. That is no fault of the server:
 * it is answered as what it is, somebody else was faster (W6).
 */
export const answerWriteConflict: AfterErrorHook = ({ error, req }) => {
  if (!isWriteConflict(error)) return
  const message = wordsIn(req.i18n?.language).refusals.busy
  return {
    status: 409,
    response: { errors: [{ name: 'Refusal', message, data: { code: 'busy' } }] } as never,
  }
}
