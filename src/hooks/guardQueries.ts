import type {
  CollectionBeforeOperationHook,
  FlattenedBlock,
  FlattenedField,
  Operator,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload'
import { validOperatorSet } from 'payload/shared'

import { actorOf } from '../access/staff.ts'
import { optionsOf } from '../options.ts'
import { Refusal } from '../refusals/refusal.ts'
import { beyondUsual, guardDump, guardRange, limitOfJoin, spend, type AskedRange } from './guardRange.ts'
import { asList, isComparable, isList, operatorsOf, type ComparedField } from './isComparable.ts'
import { isListOfValues, isSortableJoined } from './joinedPath.ts'

type Collection = SanitizedCollectionConfig

/** A collection, as a path of a query goes through it. */
interface Place {
  req: PayloadRequest
  collection: Collection
  /** Whether its rows are asked for as a join of another collection's. */
  joined?: boolean
}

/** What a path of a query leads to, as far as it is known. */
interface End {
  field?: ComparedField
  /** The path goes on into a rich text. */
  inRichText?: boolean
  /** Of a relation to documents of one collection. */
  collection?: Collection | undefined
  /** The path leads there through a relation. */
  related?: boolean
}

/** The arguments of an operation that name fields. */
interface Query extends AskedRange {
  /** Of one row. */
  id?: string | number
  where?: Where
  sort?: string | string[]
  field?: string
  joins?: Record<string, ({ where?: Where; sort?: string | string[] } & AskedRange) | false> | false
}

/** What no database of ours has on a field of the newspaper's: there are no places on a map. */
const geometric: ReadonlySet<string> = new Set(['near', 'within', 'intersects'])

/** An id of the newspaper's is a text. */
const idOfOurs: ComparedField = { type: 'text' }

/**
 * Refuses a query by a field that the asker may not read or that is not there, or for a value or number that one of our databases
 * fails on, before Payload looks at it. Payload
 * (3.90.2) refuses some of them in a promise that nobody waits for, which ends the process; and it sorts along joins
 * over rows that the asker may not see, so the public asks along no join at all. An app's own collections are the app's
 * business, until a path of theirs leads into one of the newspaper's.
 */
export const guardQueries: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess) return args
  const { where, sort, field, joins } = args as Query
  const place = { req, collection }
  if (isOurs(req, collection)) guardRange(req, args as Query)
  await guardWhere(place, where)
  await guardSort(place, sort)
  if (field !== undefined) await guardPath(place, field, { tells: true })
  const bounded: Query['joins'] = {}
  let rowsOfJoins = 0
  for (const [path, query] of Object.entries(joins || {})) {
    const field = Object.values(collection.joins)
      .flat()
      .find(({ joinPath }) => joinPath === path)?.field
    const target = field?.collection
    if (!query || typeof target !== 'string') continue
    const joined = { req, collection: req.payload.collections[target]!.config, joined: true }
    if (isOurs(req, joined.collection)) {
      guardRange(req, query)
      const most = limitOfJoin(req, { ...query, overrideAccess })
      bounded[path] = { ...query, ...most }
      rowsOfJoins += beyondUsual(most.limit, field?.defaultLimit)
    }
    await guardWhere(joined, query.where)
    await guardSort(joined, query.sort)
  }
  if (isOurs(req, collection) && operation === 'read') {
    const rows = await guardDump({ req, collection: collection.slug, where }, args as Query)
    spend(req, rows * rowsOfJoins)
  }
  // MongoDB fails on what is empty; it asks for no order.
  const order = Array.isArray(sort) && sort.includes('') ? { sort: sort.filter((path) => path !== '') } : {}
  return { ...args, ...(joins && { joins: { ...joins, ...bounded } }), ...order }
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
    const { collection: target, ...end } = await guardPath(place, path)
    const conditions = (condition ?? {}) as Record<string, unknown>
    for (const [operator, asked] of Object.entries(conditions)) {
      let value = asked
      if (isOurs(place.req, place.collection)) {
        if (end.field) value = asList(asked, { field: end.field, operator })
        if (value !== asked) conditions[operator] = value
        guardCondition(place, { ...end, path, operator, value })
      }
      // A condition may hold a query on the related collection.
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
      if (target) await guardWhere({ ...place, collection: target }, value)
    }
  }
}

/** One operator with its value, at the end of a path. */
interface Condition extends Omit<End, 'collection'> {
  path: string
  operator: string
  value: unknown
}

function guardCondition(place: Place, condition: Condition): void {
  const { req } = place
  const { path, field, operator, value } = condition
  if (isUnknown(place, condition))
    throw new Refusal(req, { code: 'queryPath', params: { path: `${path}.${operator}` } })
  if (!field) return
  const known = operatorsOf(field)
  if (known && !known.includes(operator)) {
    const params = { path, operator, operators: known.join(', ') }
    throw new Refusal(req, { code: 'queryOperator', params })
  }
  if (!isList(value, { field, operator })) throw new Refusal(req, { code: 'queryList', params: { path } })
  if (!isComparable(value, { field, operator }))
    throw new Refusal(req, { code: 'queryValue', params: { path } })
}

/**
 * Payload (3.90.2) asks SQLite neither by `all` nor into a rich text, nor by several values of joined or related rows: it fails, or
 * looks at the values of another row.
 */
function isUnknown({ req, joined = false }: Place, condition: Condition): boolean {
  const { operator, inRichText = false, related = false, field } = condition
  if (geometric.has(operator) || !validOperatorSet.has(operator as Operator)) return true
  const isAside = (joined || related) && field !== undefined && isListOfValues(field)
  const asksWrongly = operator === 'all' || inRichText || isAside
  return req.payload.db.name === 'sqlite' && asksWrongly
}

async function guardSort(place: Place, sort: unknown): Promise<void> {
  const paths = (Array.isArray(sort) ? sort : [sort]).filter((path) => typeof path === 'string')
  for (const path of paths.flatMap((one) => one.split(',')).map((one) => one.replace(/^-/, ''))) {
    if (path === '') continue
    await guardPath(place, path, { tells: true })
    if (!place.joined || place.req.payload.db.name !== 'sqlite') continue
    if (!isSortableJoined(place.collection.flattenedFields, stepsOf(path)))
      throw new Refusal(place.req, { code: 'queryJoinSort', params: { path } })
  }
}

function stepsOf(path: string): string[] {
  return path.replaceAll('__', '.').split('.')
}

/**
 * Follows a path to its end. Throws a 400 where the asker may not go on.
 * @param tells whether rows are ordered or told by what stands at the end, of whatever the path leads through: `where` alone is
 * narrowed to rows that the asker may see
 */
async function guardPath(
  { req, collection }: Place,
  path: string,
  { tells = false }: { tells?: boolean } = {},
): Promise<End> {
  const isStaff = actorOf(req) !== null
  const ours = isOurs(req, collection)
  const steps = stepsOf(path)
  // Of the newspaper only staff read versions: their fields stand one level deeper.
  if ((isStaff || !ours) && collection.versions) {
    if (['parent', 'latest', 'autosave', 'snapshot'].includes(steps[0]!)) return {}
    if (steps[0] === 'version') steps.shift()
  }
  return follow({ req, collection, isStaff, tells, path, ours, fields: collection.flattenedFields, steps })
}

interface Step extends Place {
  isStaff: boolean
  tells: boolean
  /** As it was asked. */
  path: string
  /** Whether the fields at hand are the newspaper's. */
  ours: boolean
  fields: FlattenedField[]
  /** What is left of the path. */
  steps: string[]
}

async function follow(step: Step): Promise<End> {
  const { req, collection, isStaff, tells, path, ours, fields } = step
  const [name, ...steps] = step.steps
  if (name === undefined) return {}
  if (name === 'id' || name === '_id') return { field: idOfOurs }
  const refuse = () => new Refusal(req, { code: 'queryPath', params: { path } })
  const field: FlattenedField | undefined = fields.find((one) => one.name === name)
  if (!field) {
    if (ours) throw refuse()
    return {}
  }
  const targets = relatedTo(req, field)
  const leadsToUs = targets.some((target) => isOurs(req, target))
  if (ours && 'hidden' in field && field.hidden) throw refuse()
  if (field.type === 'join' && !isStaff && (ours || leadsToUs)) throw refuse()
  const read = ours && 'access' in field ? field.access?.read : undefined
  if (read && !(await read({ req, collection, siblingData: {} } as never))) throw refuse()
  // What is inside JSON has no fields of its own, and the databases ask into it in different ways.
  if (field.type === 'json' && steps.length > 0 && ours && !isStaff) throw refuse()
  if (field.type === 'json' || field.type === 'richText') {
    return steps.length > 0 ? { inRichText: field.type === 'richText' } : { field }
  }
  const [target] = targets
  if (steps.length === 0) {
    // A group or an array has no value of its own.
    if (ours && 'flattenedFields' in field) throw refuse()
    return { field, collection: targets.length === 1 ? target : undefined }
  }
  if (target) {
    // A withdrawn article still stands on its page, and its place among others would tell what it said.
    if (tells && !isStaff && targets.some((one) => isOurs(req, one) && one.versions?.drafts)) throw refuse()
    const many = targets.length > 1 || Array.isArray('relationTo' in field && field.relationTo)
    if (many && ours) throw refuse()
    // Of several collections Payload names the one it found beside its value.
    const rest = many && ['value', 'relationTo'].includes(steps[0]!) ? steps.slice(1) : steps
    const found: End[] = []
    for (const one of targets) {
      const into = { ours: isOurs(req, one), fields: one.flattenedFields, steps: rest }
      const end = rest.length === 0 ? { collection: one } : await follow({ ...step, ...into })
      found.push({ ...end, collection: end.collection ?? lastOf(rest, one), related: true })
    }
    return (many ? undefined : found[0]) ?? {}
  }
  if (field.type === 'blocks' && !ours) {
    for (const { slug, flattenedFields } of blocksOf(req, field)) {
      const rest = steps[0] === slug ? steps.slice(1) : steps
      await follow({ ...step, fields: flattenedFields, steps: rest })
    }
    return {}
  }
  if ('flattenedFields' in field) return follow({ ...step, fields: field.flattenedFields, steps })
  if (ours) throw refuse()
  return {}
}

/** A path that ends in the id of a related document still leads to its collection. */
function lastOf(steps: readonly string[], collection: Collection): Collection | undefined {
  return steps.length === 1 && (steps[0] === 'id' || steps[0] === '_id') ? collection : undefined
}

function blocksOf(req: PayloadRequest, field: FlattenedField & { type: 'blocks' }): FlattenedBlock[] {
  const named = (field.blockReferences ?? []).map((block) =>
    typeof block === 'string' ? req.payload.blocks[block] : block,
  )
  return [...field.blocks, ...named].filter((block) => block !== undefined) as FlattenedBlock[]
}

function isOurs(req: PayloadRequest, collection: Collection | undefined): boolean {
  return collection !== undefined && Object.values(optionsOf(req.payload).slugs).includes(collection.slug)
}

function relatedTo(req: PayloadRequest, field: FlattenedField): Collection[] {
  const slugs = field.type === 'join' ? field.collection : 'relationTo' in field ? field.relationTo : []
  return [slugs].flat().flatMap((slug) => req.payload.collections[slug]?.config ?? [])
}
