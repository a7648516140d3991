import { createHash } from 'node:crypto'
import { type DocumentNode, GraphQLError, Kind, parse, type SelectionSetNode } from 'graphql'
import { formatNames, type SanitizedCollectionConfig, toWords } from 'payload'

/** A GraphQL request that reads published content only, in the one form under which it is asked and kept. */
export interface GraphqlRead {
  /** What Payload is sent. */
  body: string
  key: string
}

/** Longest request that is looked at, in bytes. */
export const longestGraphql = 64_000

/** Names of the queries of collections, as Payload's schema has them: one, many, count. */
export function queryNames(collections: readonly SanitizedCollectionConfig[]): Set<string> {
  const names = collections.flatMap(({ slug, graphQL }) => {
    if (graphQL === false) return []
    const words = formatNames(slug)
    const singular = graphQL?.singularName ? toWords(graphQL.singularName, true) : words.singular
    const plural = graphQL?.pluralName ? toWords(graphQL.pluralName, true) : words.plural
    const many = plural === singular ? `all${singular}` : plural
    return [singular, many, `count${many}`]
  })
  return new Set([...names, '__typename'])
}

/**
 * Reads the body of a GraphQL request; null when it is anything but queries of these names. What the query says stays as it was
 * written, because errors name lines and columns of it.
 */
export function graphqlRead(text: string, names: ReadonlySet<string>): GraphqlRead | null {
  const sent = jsonObject(text)
  if (!sent) return null
  const { query, variables, operationName, ...more } = sent
  if (typeof query !== 'string' || Object.keys(more).length > 0) return null
  const document = parsed(query)
  if (document !== noGraphql && (!document || !readsOnly(document, names))) return null
  const body = JSON.stringify({ query, variables, operationName })
  return { body, key: `graphql ${createHash('sha256').update(body).digest('base64')}` }
}

/** Whether an answer of GraphQL may come out otherwise next time: it says so in the body, with status 200. */
export function failedInside(body: string): boolean {
  if (!body.includes('"errors"')) return false
  const { errors } = (jsonObject(body) ?? {}) as { errors?: { extensions?: { statusCode?: number } }[] }
  return (errors ?? []).some(({ extensions }) => (extensions?.statusCode ?? 0) >= 500)
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    // Payload has its own words for a body that is no JSON.
    return null
  }
}

/** What is no GraphQL: nothing of it can be run, and the answer says where it goes wrong. */
const noGraphql = 'noGraphql'

/** Null where it cannot be told: what is nested too deep to be read may be readable to Payload. */
function parsed(query: string): DocumentNode | typeof noGraphql | null {
  try {
    // Without a limit of tokens, as Payload reads it: what is over a limit here could still be run there. Its bytes are limited.
    return parse(query)
  } catch (error) {
    return error instanceof GraphQLError ? noGraphql : null
  }
}

function readsOnly(document: DocumentNode, names: ReadonlySet<string>): boolean {
  const fragments = new Map<string, SelectionSetNode>()
  for (const part of document.definitions) {
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part.selectionSet)
  }
  const seen = new Set<string>()
  const allowed = (set: SelectionSetNode): boolean =>
    set.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return names.has(selection.name.value)
      if (selection.kind === Kind.INLINE_FRAGMENT) return allowed(selection.selectionSet)
      const name = selection.name.value
      const fragment = fragments.get(name)
      if (!fragment || seen.has(name)) return true
      seen.add(name)
      return allowed(fragment)
    })
  return document.definitions.every((part) => {
    if (part.kind === Kind.FRAGMENT_DEFINITION) return true
    return part.kind === Kind.OPERATION_DEFINITION && part.operation === 'query' && allowed(part.selectionSet)
  })
}
