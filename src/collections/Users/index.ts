import {
  flattenTopLevelFields,
  type CollectionConfig,
  type Field,
  type FieldAccess,
  type PayloadRequest,
  type Where,
} from 'payload'

import { actorOf, hasRole } from '../../access/staff.ts'
import { roles } from '../../core/workflow/index.ts'
import type { ResolvedOptions } from '../../options.ts'
import { OptionError } from '../../options/optionError.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { trailFields } from '../fields/trailFields.ts'
import { refuseDeleteInUse } from '../../hooks/refuseDeleteInUse.ts'
import { firstUserIsAdmin, refuseOwnRoles } from './guardRoles.ts'
import { recordRemoval, recordRoles } from './recordRoles.ts'

const adminOnly: FieldAccess = ({ req }) => hasRole(actorOf(req), 'admin')

function onlyOneself({ user }: PayloadRequest): false | Where {
  return user ? { id: { equals: user.id } } : false
}

function has(users: CollectionConfig, name: string): boolean {
  return flattenTopLevelFields(users.fields).some((field) => 'name' in field && field.name === name)
}

/** The field of a person's roles, unless the app has one of its own, whose values `roles` then explains. */
function rolesField(users: CollectionConfig, options: ResolvedOptions): Field[] {
  if (has(users, 'roles')) {
    if (options.roles) return []
    throw new OptionError(
      'roles',
      undefined,
      `Your "${users.slug}" have a field "roles" already: say what each of its values stands for, such as ` +
        'roles: { writer: "reporter", boss: ["chief", "admin"] }.',
    )
  }
  return [
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      access: { create: adminOnly, update: adminOnly },
      options: options.roles
        ? Object.keys(options.roles).map((name) => ({ value: name, label: name }))
        : roles.map((role) => ({ value: role, label: label(`role.${role}`) })),
      label: label('users.roles'),
    },
  ]
}

/**
 * The app's own users, made staff: names, roles and the publications they work on.
 * Administrators manage them; everybody sees their colleagues' names and edits their own account.
 */
export function staffUsers(users: CollectionConfig, options: ResolvedOptions): CollectionConfig {
  const { slugs } = options
  return {
    ...users,
    labels: users.labels ?? collectionLabels('users'),
    admin: {
      group: options.groups.people ?? label('group.people'),
      useAsTitle: 'name',
      defaultColumns: ['name', 'email', 'roles', 'publications'],
      ...users.admin,
    },
    access: {
      // Who has no role here may still look after what else the app has; of the newspaper they see what readers see.
      admin: ({ req }) => Boolean(req.user),
      read: ({ req }) => actorOf(req) !== null || onlyOneself(req),
      create: ({ req }) => hasRole(actorOf(req), 'admin'),
      update: ({ req }) => hasRole(actorOf(req), 'admin') || onlyOneself(req),
      delete: ({ req }) => hasRole(actorOf(req), 'admin'),
      unlock: ({ req }) => hasRole(actorOf(req), 'admin'),
      ...users.access,
    },
    defaultPopulate: users.defaultPopulate ?? { name: true },
    hooks: {
      ...users.hooks,
      beforeChange: [...(users.hooks?.beforeChange ?? []), firstUserIsAdmin(options), refuseOwnRoles],
      afterChange: [...(users.hooks?.afterChange ?? []), recordRoles(slugs)],
      beforeDelete: [
        ...(users.hooks?.beforeDelete ?? []),
        refuseDeleteInUse([{ collection: slugs.workflowEvents, path: 'actorId' }]),
        recordRemoval(slugs),
      ],
    },
    fields: [
      ...users.fields,
      ...(has(users, 'name')
        ? []
        : [{ name: 'name', type: 'text', required: true, label: label('users.name') } as const]),
      ...rolesField(users, options),
      {
        name: 'publications',
        type: 'relationship',
        relationTo: slugs.publications,
        hasMany: true,
        access: { create: adminOnly, update: adminOnly },
        label: label('users.publications'),
        admin: { description: label('users.publications.help') },
      },
      ...trailFields,
    ],
  }
}
