import { flattenTopLevelFields, type CollectionConfig } from 'payload'

import type { CollectionName, GroupName, ResolvedOptions } from './options.ts'
import { OptionError } from './options/optionError.ts'
import { ownedNames, type OwnedName } from './options/names.ts'

const archive: readonly string[] = [
  'transcripts',
  'importRuns',
  'reviewSlips',
  'reviewRecords',
  'workflowEvents',
  'texts',
  'publicState',
  'editions',
  'outbox',
  'webhookDeliveries',
] satisfies CollectionName[]

/** A collection with the labels, the heading and the fields that the app asked for. */
export function tailored(args: {
  name: CollectionName | OwnedName
  collection: CollectionConfig
  options: ResolvedOptions
}): CollectionConfig {
  const { name, collection, options } = args
  const fields = tailoredFields(args)
  if (isOwned(name)) return { ...collection, fields }
  const group: GroupName = archive.includes(name) ? 'archive' : 'newspaper'
  return {
    ...collection,
    fields,
    labels: options.labels[name] ?? collection.labels,
    admin: { ...collection.admin, group: options.groups[group] ?? collection.admin?.group },
  } as CollectionConfig
}

/** Fields that code of ours reads and writes must be there, whatever else is. */
function tailoredFields({
  name,
  collection,
  options,
}: Parameters<typeof tailored>[0]): CollectionConfig['fields'] {
  const make = options.fields[name]
  if (!make) return collection.fields
  const option = `fields.${name}`
  const fields = make({ defaultFields: collection.fields })
  if (!Array.isArray(fields)) throw new OptionError(option, fields, 'It has to return a list of fields.')
  const kept = namesIn(fields)
  const missing = namesIn(collection.fields).filter((field) => !kept.includes(field))
  if (missing.length > 0) {
    throw new OptionError(
      option,
      kept,
      `It leaves out ${missing.join(', ')}: return all of defaultFields, with yours among them.`,
    )
  }
  return fields
}

function namesIn(fields: CollectionConfig['fields']): string[] {
  return flattenTopLevelFields(fields).flatMap((field) => ('name' in field && field.name ? [field.name] : []))
}

function isOwned(name: string): name is OwnedName {
  return (ownedNames as readonly string[]).includes(name)
}
