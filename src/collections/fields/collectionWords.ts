import type { CollectionConfig } from 'payload'

import { label, type LabelKey } from '../../translations/index.ts'

type Named<Suffix extends string> =
  Extract<LabelKey, `${string}.${Suffix}`> extends `${infer Name}.${Suffix}` ? Name : never

/** Names of a collection in both languages. */
export function collectionLabels(
  name: Named<'one'> & Named<'many'>,
): NonNullable<CollectionConfig['labels']> {
  return { singular: label(`${name}.one` as LabelKey), plural: label(`${name}.many` as LabelKey) }
}
