import { flattenAllFields, type FlattenedField } from 'payload'

import type { ArticleRow } from './currentText.ts'
import type { ArticleKey } from './loadFacts.ts'

/** One field that its own validator refuses, in the asker's language. */
export interface FieldError {
  field: string
  message: string
}

/** Draft saves skip the fields' validators, so a text that is sent in has them run here (WORKFLOW). */
export async function fieldErrors({ slugs, req }: ArticleKey, article: ArticleRow): Promise<FieldError[]> {
  const collection = req.payload.collections[slugs.articles]
  if (!collection) return []
  return errorsIn({ fields: collection.config.flattenedFields, data: article, siblings: article, path: '' })

  async function errorsIn(level: {
    fields: FlattenedField[]
    data: ArticleRow
    siblings: Record<string, unknown>
    path: string
  }): Promise<FieldError[]> {
    const { data, siblings } = level
    const errors: FieldError[] = []
    for (const field of level.fields) {
      if (field.type === 'join' || ('virtual' in field && field.virtual) || field.name === 'id') continue
      const path = `${level.path}${field.name}`
      const value = siblings[field.name]
      const below = async (inner: unknown, place: string) =>
        errorsIn({
          fields: 'flattenedFields' in field ? field.flattenedFields : flattenAllFields({ fields: [] }),
          ...{ data, siblings: (inner ?? {}) as Record<string, unknown>, path: `${place}.` },
        })
      if (field.type === 'group') errors.push(...(await below(value, path)))
      if (field.type === 'array' && Array.isArray(value)) {
        for (const [index, row] of value.entries()) errors.push(...(await below(row, `${path}.${index}`)))
      }
      const message = await verdict({ field, value, data, siblings, path })
      if (message !== true) errors.push({ field: path, message })
    }
    return errors
  }

  async function verdict(check: {
    field: FlattenedField
    value: unknown
    data: ArticleRow
    siblings: Record<string, unknown>
    path: string
  }): Promise<string | true> {
    const { field, value, data, siblings, path } = check
    if (!('validate' in field) || typeof field.validate !== 'function') return true
    const validate = field.validate as (
      value: unknown,
      options: object,
    ) => Promise<string | true> | string | true
    return validate(value, {
      ...field,
      ...{ collectionSlug: slugs.articles, data, siblingData: siblings, blockData: {}, event: 'submit' },
      ...{ id: data.id, operation: 'update', overrideAccess: true, path: path.split('.') },
      ...{ preferences: { fields: {} }, previousValue: value, req, jsonError: undefined },
    })
  }
}
