import { roles as known, type Role } from '../core/workflow/index.ts'
import { OptionError } from './optionError.ts'
import type { BroadsheetOptions, ResolvedOptions } from './types.ts'

/** Own role names with what each stands for as a list; null where there are none. */
export function resolveRoles(given: BroadsheetOptions['roles']): ResolvedOptions['roles'] {
  if (!given) return null
  const roles = Object.fromEntries(
    Object.entries(given).map(([name, stands]) => [name, [stands].flat() as Role[]]),
  )
  for (const [name, stands] of Object.entries(roles)) {
    if (stands.length === 0 || stands.some((role) => !known.includes(role))) {
      throw new OptionError(`roles.${name}`, given[name], `It stands for one or more of ${known.join(', ')}.`)
    }
  }
  if (!Object.values(roles).some((stands) => stands.includes('admin'))) {
    throw new OptionError('roles', given, 'Nobody could manage users: let one name stand for "admin".')
  }
  return roles
}

/** The newspaper's roles that a user's own ones stand for. */
export function rolesStandFor(roles: ResolvedOptions['roles'], own: readonly string[]): readonly Role[] {
  if (!roles) return own as readonly Role[]
  return [...new Set(own.flatMap((name) => roles[name] ?? []))]
}
