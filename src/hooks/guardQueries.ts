import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload'

import { actorOf } from '../access/staff.ts'
import { Refusal } from '../refusals/refusal.ts'

/** A collection, as a path of a query goes through it. */
interface Place {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
}

/** The arguments of an operation that name fields. */
interface Query {
  where?: Where
  sort?: string | string[]
  field?: string
  joins?: Record<string, { where?: Where; sort?: string | string[] } | false> | false
}

/**
 * Refuses a query by a field that the asker may not read or that is not there, before Payload looks at it. Payload
 * (3.90.2) refuses some of them in a promise that nobody waits for, which ends the process; and it sorts along joins
 * over rows that the asker may not see, so the public asks along no join at all.
 */
export const guardQueries: CollectionBeforeOperationHook = async ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  if (overrideAccess) return args
  const { where, sort, field, joins } = args as Query
  const place = { req, collection }
  await guardWhere(place, where)
  await guardSort(place, sort)
  if (field !== undefined) await guardPath(place, field)
  for (const [path, query] of Object.entries(joins || {})) {
    const target = Object.values(collection.joins)
      .flat()
      .find(({ joinPath }) => joinPath === path)?.field.collection
    if (!query || typeof target !== 'string') continue
    const joined = { req, collection: req.payload.collections[target]!.config }
    await guardWhere(joined, query.where)
    await guardSort(joined, query.sort)
  }
  return args
}

async function guardWhere(place: Place, where: unknown): Promise<void> {
  if (typeof where !== 'object' || where === null) return
  for (const [path, condition] of Object.entries(where)) {
    if (['and', 'or'].includes(path.toLowerCase())) {
      for (const part of Array.isArray(condition) ? condition : Object.values(condition ?? {})) {
        await guardWhere(place, part)
      }
      continue
    }
    const target = await guardPath(place, path)
    for (const value of Object.values((condition as object | null) ?? {})) {
      // A condition may hold a query on the related collection.
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
      if (target) await guardWhere({ ...place, collection: target }, value)
    }
  }
}

async function guardSort(place: Place, sort: unknown): Promise<void> {
  const paths = (Array.isArray(sort) ? sort : [sort]).filter((path) => typeof path === 'string')
  for (const path of paths.flatMap((one) => one.split(','))) {
    if (path !== '') await guardPath(place, path.replace(/^-/, ''))
  }
}

/** Follows a path to its end. Throws a 400 where the asker may not go on; gives the collection that it leads to. */
async function guardPath(
  { req, collection }: Place,
  path: string,
): Promise<SanitizedCollectionConfig | undefined> {
  const isStaff = actorOf(req) !== null
  const refuse = () => new Refusal(req, { code: 'queryPath', params: { path } })
  const steps = path.replaceAll('__', '.').split('.')
  let fields: FlattenedField[] | undefined = collection.flattenedFields
  let target: SanitizedCollectionConfig | undefined
  // Only staff read versions: their fields stand one level deeper.
  if (isStaff && collection.versions) {
    if (['parent', 'latest', 'autosave', 'snapshot'].includes(steps[0]!)) return undefined
    if (steps[0] === 'version') steps.shift()
  }
  for (const [index, name] of steps.entries()) {
    if (name === 'id' || name === '_id') return target
    const field: FlattenedField | undefined = fields?.find((one) => one.name === name)
    if (!field || ('hidden' in field && field.hidden)) throw refuse()
    if (field.type === 'join' && !isStaff) throw refuse()
    const read = 'access' in field ? field.access?.read : undefined
    if (read && !(await read({ req, collection, siblingData: {} } as never))) throw refuse()
    // What is inside JSON has no fields of its own.
    if (field.type === 'json' || field.type === 'richText') return undefined
    target = relatedTo(req, field)
    fields = target?.flattenedFields ?? ('flattenedFields' in field ? field.flattenedFields : undefined)
    if (!fields && index < steps.length - 1) throw refuse()
  }
  return target
}

function relatedTo(req: PayloadRequest, field: FlattenedField): SanitizedCollectionConfig | undefined {
  const slug = field.type === 'join' ? field.collection : 'relationTo' in field ? field.relationTo : undefined
  return typeof slug === 'string' ? req.payload.collections[slug]?.config : undefined
}
