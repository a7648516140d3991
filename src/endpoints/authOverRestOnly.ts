import { GraphQLError } from 'graphql'
import type { Config } from 'payload'

type Rules = NonNullable<NonNullable<Config['graphQL']>['validationRules']>

/** Payload's own mutations about accounts, by how their names begin: `loginUser`, `forgotPasswordUser`, … */
const accountMutation = /^(login|logout|refreshToken|forgotPassword|resetPassword|unlock|verifyEmail)/

/**
 * Logging in and asking for a new password is REST's alone, where each address may try a few times a minute.
 * One GraphQL request could carry a thousand such mutations under other names.
 */
export const authOverRestOnly: Rules = () => [
  (context) => ({
    Field: (node) => {
      if (context.getParentType()?.name !== 'Mutation' || !accountMutation.test(node.name.value)) return
      const message = `${node.name.value} is not offered over GraphQL. Use the REST endpoint of the collection.`
      context.reportError(new GraphQLError(message, { nodes: node }))
    },
  }),
]
