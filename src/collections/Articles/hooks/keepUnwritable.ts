import type { CollectionBeforeChangeHook } from 'payload'

/**
 * Keeps on a restore what the person may not write (slip, publication, provenance). Payload drops such fields from the
 * restored version and, unlike in an update, puts nothing in their place: the article would lose its slip.
 */
export const keepUnwritable: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  if (req.context.isRestoringVersion !== true) return data
  const guarded = collection.flattenedFields.filter(
    (field) => 'access' in field && field.access?.update && !('virtual' in field && field.virtual),
  )
  return { ...data, ...Object.fromEntries(guarded.map(({ name }) => [name, originalDoc?.[name]])) }
}
