import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { SanitizedConfig } from 'payload'
import { askedOrigin } from '../../delivery/askedOrigin.ts'
import { publicCollections } from '../../delivery/publicRoutes.ts'
import type { PublishedHouse } from '../../delivery/publishedHouse.ts'
import { readBody } from '../web/readBody.ts'
import { addressOf } from './addressOf.ts'
import { failedInside, graphqlRead, queryNames } from './graphqlReads.ts'
import type { Question } from './questions.ts'

/** Longest request that is looked at, in bytes. */
const longest = 64_000
const json = 'application/json'
const graphqlJson = 'application/graphql-response+json'

/** Recognises GraphQL queries of published content. */
export interface GraphqlQuestions {
  /** By its headers alone: whether the body is worth reading. */
  mayBe: (request: IncomingMessage) => boolean
  /** Reads the body; null when it asks for anything else, or never came. */
  question: (request: IncomingMessage) => Promise<Question | null>
}

export function graphqlQuestions(config: SanitizedConfig, house: PublishedHouse): GraphqlQuestions {
  const path = `${config.routes.api}${config.routes.graphQL}`
  const { slugs } = config.custom.broadsheet
  const isPublic = new Set<string>(publicCollections.map((name) => slugs[name]))
  const names = queryNames(config.collections.filter(({ slug }) => isPublic.has(slug)))
  const answer = GRAPHQL_POST(Promise.resolve(config))
  const origin = askedOrigin(config)

  return {
    mayBe: (request) => addressOf(request) === path && !request.readableEnded && mayBeQuery(request.headers),
    question: async (request) => {
      const { headers } = request
      const sent = await readBody(request, longest)
      const read = sent && graphqlRead(sent.toString(), names)
      if (!read) return null
      const language = house.languageOf(headers['accept-language'])
      const asker = house.originOf(headers.origin)
      const accept = acceptedOf(headers.accept) ?? json
      const key = `${language} ${asker ?? ''} ${accept} ${read.key}`
      const ask = async (): Promise<Response> => {
        const response = await answer(
          new Request(`${origin}${path}`, {
            method: 'POST',
            body: read.body,
            headers: {
              ...{ 'content-type': json, accept, 'accept-language': language },
              ...(asker ? { origin: asker } : {}),
            },
          }),
        )
        const { status, headers: answered } = response
        const body = await response.text()
        if (failedInside(body)) answered.set('cache-control', 'no-store')
        // A text would be given a type that Payload did not give it.
        return new Response(body === '' ? null : body, { status, headers: answered })
      }
      return { key, get: () => house.reads.read(key, ask) }
    },
  }
}

function mayBeQuery(headers: IncomingHttpHeaders): boolean {
  return (
    isJson(headers['content-type']) &&
    headers['content-encoding'] === undefined &&
    Number(headers['content-length'] ?? longest + 1) <= longest &&
    acceptedOf(headers.accept) !== null
  )
}

/** JSON in UTF-8; other character sets are graphql-http's to refuse. */
function isJson(type = ''): boolean {
  const [name = '', ...params] = type.split(';').map((part) => part.trim().toLowerCase())
  return name === json && params.every((param) => param === 'charset=utf-8')
}

/** The type of answer that graphql-http would choose, as long as it is one of its two. */
function acceptedOf(accept = '*/*'): string | null {
  for (const one of accept.replaceAll(/\s/g, '').toLowerCase().split(',')) {
    if (one === graphqlJson) return graphqlJson
    if ([json, 'application/*', '*/*'].includes(one)) return json
    // Weights and charsets are graphql-http's to judge.
    if (one.startsWith(graphqlJson) || one.startsWith(json) || one.startsWith('*/*')) return null
  }
  return null
}
