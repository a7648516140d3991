import type { CollectionConfig, FieldAccess } from 'payload'

import { actorOf, hasRole } from '../../access/staff.ts'
import { roles } from '../../core/workflow/index.ts'
import type { ResolvedOptions } from '../../options.ts'
import { label } from '../../translations/index.ts'
import { collectionLabels } from '../fields/collectionWords.ts'
import { trailFields } from '../fields/trailFields.ts'
import { refuseDeleteInUse } from '../../hooks/refuseDeleteInUse.ts'
import { firstUserIsAdmin, refuseOwnRoles } from './guardRoles.ts'
import { recordRemoval, recordRoles } from './recordRoles.ts'

const adminOnly: FieldAccess = ({ req }) => hasRole(actorOf(req), 'admin')

/**
 * The app's own users, made staff: names, roles and the publications they work on.
 * Administrators manage them; everybody sees their colleagues' names and edits their own account.
 */
export function staffUsers(users: CollectionConfig, { slugs }: ResolvedOptions): CollectionConfig {
  return {
    ...users,
    labels: users.labels ?? collectionLabels('users'),
    admin: {
      group: label('group.people'),
      useAsTitle: 'name',
      defaultColumns: ['name', 'email', 'roles', 'publications'],
      ...users.admin,
    },
    access: {
      admin: ({ req }) => actorOf(req) !== null,
      read: ({ req }) => actorOf(req) !== null,
      create: ({ req }) => hasRole(actorOf(req), 'admin'),
      update: ({ req }) => {
        const actor = actorOf(req)
        if (!actor) return false
        return hasRole(actor, 'admin') ? true : { id: { equals: actor.id } }
      },
      delete: ({ req }) => hasRole(actorOf(req), 'admin'),
      unlock: ({ req }) => hasRole(actorOf(req), 'admin'),
      ...users.access,
    },
    defaultPopulate: users.defaultPopulate ?? { name: true },
    hooks: {
      ...users.hooks,
      beforeChange: [...(users.hooks?.beforeChange ?? []), firstUserIsAdmin(slugs.users), refuseOwnRoles],
      afterChange: [...(users.hooks?.afterChange ?? []), recordRoles(slugs)],
      beforeDelete: [
        ...(users.hooks?.beforeDelete ?? []),
        refuseDeleteInUse([{ collection: slugs.workflowEvents, path: 'actorId' }]),
        recordRemoval(slugs),
      ],
    },
    fields: [
      ...users.fields,
      { name: 'name', type: 'text', required: true, label: label('users.name') },
      {
        name: 'roles',
        type: 'select',
        hasMany: true,
        required: true,
        saveToJWT: true,
        access: { create: adminOnly, update: adminOnly },
        options: roles.map((role) => ({ value: role, label: label(`role.${role}`) })),
        label: label('users.roles'),
      },
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
