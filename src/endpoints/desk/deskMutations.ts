import type { Config, PayloadRequest } from 'payload'

import type { ResolvedOptions } from '../../options.ts'
import { deskInput } from './deskInput.ts'
import { makeIssueMove, makePageMove } from './deskTransitions.ts'

type Mutations = NonNullable<NonNullable<Config['graphQL']>['mutations']>

/** `transitionPage` and `transitionIssue`: the same moves as over REST, as GraphQL mutations. */
export function deskMutations(options: ResolvedOptions): Mutations {
  return (graphql) => {
    const { GraphQLBoolean, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull } = graphql
    const { GraphQLObjectType, GraphQLString } = graphql
    const text = { type: GraphQLString }
    const required = (type: typeof GraphQLString | typeof GraphQLInt) => ({ type: new GraphQLNonNull(type) })
    const standing = {
      stage: required(GraphQLString),
      rev: required(GraphQLInt),
      hash: required(GraphQLString),
    }
    const shown = {
      ...{ id: required(GraphQLString), transition: required(GraphQLString), rev: { type: GraphQLInt } },
      ...{ hash: text, reason: text },
    }
    const item = new GraphQLInputObjectType({
      name: 'PreflightItemInput',
      fields: { key: required(GraphQLString), fingerprint: required(GraphQLString) },
    })
    return {
      transitionPage: {
        type: new GraphQLObjectType({ name: 'PageMove', fields: standing }),
        args: shown,
        resolve: (_: unknown, args: Arguments, { req }: Context) =>
          makePageMove(moveOf(options, { args, req })),
      },
      transitionIssue: {
        type: new GraphQLObjectType({
          name: 'IssueMove',
          fields: { ...standing, edition: text, publishedAt: text },
        }),
        args: {
          ...{ ...shown, notice: text, publishAt: text, confirm: { type: GraphQLBoolean } },
          items: { type: new GraphQLList(new GraphQLNonNull(item)) },
        },
        resolve: (_: unknown, args: Arguments, { req }: Context) =>
          makeIssueMove(moveOf(options, { args, req })),
      },
    }
  }
}

interface Context {
  req: PayloadRequest
}

interface Arguments {
  id: string
  transition: string
  [name: string]: unknown
}

function moveOf(options: ResolvedOptions, { args, req }: { args: Arguments; req: PayloadRequest }) {
  const { id, transition, ...given } = args
  return { options, req, id, transition, input: deskInput(given) }
}
