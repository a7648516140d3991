import { formatNames, type AfterErrorHook, type Config, type PayloadRequest } from 'payload'

import type { ResolvedOptions } from '../options.ts'
import { Withdrawn } from '../refusals/withdrawn.ts'
import { issueWithdrawalOf, withdrawalOf, type PublicWithdrawal } from '../workflow/withdrawalOf.ts'

/**
 * `GET /api/articles/:id` of a withdrawn article, and `/api/issues/:id` of a withdrawn issue: 410 with the notice instead of the 404 that Payload found. Asked only
 * when nothing was found, so that no other read pays for it.
 */
export function answerWithdrawn({ slugs }: ResolvedOptions): AfterErrorHook {
  return async ({ error, req }) => {
    const id = req.routeParams?.id
    if (statusOf(error) !== 404 || req.method !== 'GET' || typeof id !== 'string') return
    const of = (slug: string) => req.pathname?.endsWith(`/${slug}/${id}`)
    const withdrawal = of(slugs.articles)
      ? await withdrawalOf({ slugs, req, article: id })
      : of(slugs.issues)
        ? await issueWithdrawalOf({ slugs, req, issue: id })
        : null
    if (!withdrawal) return
    const { status, message, name, data } = new Withdrawn(req, withdrawal)
    return { status, response: { errors: [{ name, message, data }] } as never }
  }
}

type Withdrawals = (req: PayloadRequest, id: string) => Promise<PublicWithdrawal | null>
type Queries = NonNullable<NonNullable<Config['graphQL']>['queries']>
type Resolve = (source: unknown, args: { id?: unknown }, context: Context, info: unknown) => Promise<unknown>
interface Context {
  req: PayloadRequest
}

/** The GraphQL queries of one article and one issue: of a withdrawn one null, and an error that carries the notice. */
export function withdrawnQuery({ slugs }: ResolvedOptions): Queries {
  return (_graphql, schema) => {
    const { fields } = (schema as { Query: { fields: Record<string, { resolve?: Resolve }> } }).Query
    return {
      ...answering(slugs.articles, (req, article) => withdrawalOf({ slugs, req, article })),
      ...answering(slugs.issues, (req, issue) => issueWithdrawalOf({ slugs, req, issue })),
    }

    function answering(slug: string, withdrawalIn: Withdrawals): ReturnType<Queries> {
      const name = formatNames(slug).singular
      const query = fields[name]
      if (!query?.resolve)
        throw new Error(`broadsheet: GraphQL has no query ${name} to answer withdrawals in`)
      const read = query.resolve
      return {
        [name]: {
          ...query,
          resolve: async (...[source, args, context, info]: Parameters<Resolve>) => {
            try {
              return await read(source, args, context, info)
            } catch (error) {
              if (statusOf(error) !== 404 || typeof args.id !== 'string') throw error
              const withdrawal = await withdrawalIn(context.req, args.id)
              throw withdrawal ? new Withdrawn(context.req, withdrawal) : error
            }
          },
        },
      }
    }
  }
}

/** Payload puts the data of an error one level down; a client asks `errors[0].extensions.code`. */
export const extendWithdrawn: AfterErrorHook = ({ error, graphqlResult }) => {
  const original = (error as { originalError?: unknown }).originalError
  if (!graphqlResult || !(original instanceof Withdrawn)) return
  return {
    graphqlResult: {
      ...graphqlResult,
      extensions: { ...graphqlResult.extensions, ...original.data },
    },
  }
}

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : undefined
}
