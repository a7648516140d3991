import type { TextFieldSingleValidation } from 'payload'

import { wordsIn } from '../../translations/index.ts'

/** First parts of addresses that the app itself serves: a masthead there would hide it. */
const reserved = new Set([
  'admin',
  'api',
  'healthz',
  'readyz',
  'metrics',
  'feeds',
  'media',
  'preview',
  'search',
  'authors',
  'next',
])

/** Permalinks begin with a publication's slug, so it must be an address part that nothing else uses. */
export const validateSlug: TextFieldSingleValidation = (value, { req }) => {
  const { refusals } = wordsIn(req.i18n?.language)
  if (!value || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return refusals.slugShape
  return reserved.has(value) || `/${value}`.startsWith('/sitemap-') ? refusals.slugReserved : true
}
