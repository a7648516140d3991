import type { Config } from 'payload'

import type { ResolvedOptions } from '../options.ts'
import { makeMove } from './articleTransitions.ts'
import { transitionInput } from './transitionInput.ts'

type Mutations = NonNullable<NonNullable<Config['graphQL']>['mutations']>

/** `transitionArticle`: the same move as over REST, as a GraphQL mutation. */
export function transitionMutation(options: ResolvedOptions): Mutations {
  return (graphql) => {
    const { GraphQLBoolean, GraphQLInt, GraphQLInputObjectType, GraphQLList, GraphQLNonNull } = graphql
    const { GraphQLObjectType, GraphQLString } = graphql
    const required = (type: typeof GraphQLString | typeof GraphQLInt) => ({ type: new GraphQLNonNull(type) })
    const text = { type: GraphQLString }
    const filing = new GraphQLInputObjectType({
      name: 'ArticleFilingInput',
      fields: { required: { type: GraphQLBoolean }, no: text, date: text },
    })
    const errorCount = new GraphQLInputObjectType({
      name: 'ArticleErrorCountInput',
      fields: { kind: required(GraphQLString), count: required(GraphQLInt) },
    })
    return {
      transitionArticle: {
        type: new GraphQLObjectType({
          name: 'ArticleMove',
          fields: {
            stage: required(GraphQLString),
            rev: required(GraphQLInt),
            hash: required(GraphQLString),
          },
        }),
        args: {
          ...{ id: required(GraphQLString), transition: required(GraphQLString), rev: { type: GraphQLInt } },
          ...{
            hash: text,
            opinion: text,
            reason: text,
            note: text,
            notice: text,
            to: text,
            kind: text,
            flag: text,
          },
          ...{ assignee: text, dueAt: text, embargoUntil: text, confirm: { type: GraphQLBoolean } },
          filing: { type: filing },
          errors: { type: new GraphQLList(new GraphQLNonNull(errorCount)) },
        },
        resolve: async (
          _: unknown,
          args: Arguments,
          { req }: { req: Parameters<typeof makeMove>[0]['req'] },
        ) => {
          const { id, transition, errors, ...given } = args
          const tally = errors
            ? Object.fromEntries(errors.map(({ kind, count }) => [kind, count]))
            : undefined
          const input = transitionInput({ ...given, errors: tally })
          return makeMove({ options, req, id, transition, input })
        },
      },
    }
  }
}

interface Arguments {
  id: string
  transition: string
  errors?: { kind: string; count: number }[]
  [name: string]: unknown
}
