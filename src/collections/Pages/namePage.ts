import type { CollectionBeforeValidateHook } from 'payload'

import { pageNumber, pageSequence } from '../../core/pageNumbers.ts'
import { Refusal } from '../../refusals/refusal.ts'

/** Keeps page numbers in one shape, gives a page its place in the issue and its name in lists. */
export const namePage: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  if (!data) return data
  const page = { ...originalDoc, ...data }
  if (typeof page.number !== 'string') return data
  const number = pageNumber(page.number)
  if (!number) throw new Refusal(req, { code: 'pageNumber' })
  const renumbered = number !== originalDoc?.number
  const sequence = renumbered && data.sequence === undefined ? pageSequence(number) : page.sequence
  return { ...data, number, sequence, title: [`第${number}版`, page.name].filter(Boolean).join(' ') }
}
