import { idOf } from '../core/ids.ts'

/** Roles and publications of a user as one text, in an order of their own: what the trail keeps of them (W8). */
export function grantsOf(
  user: { roles?: readonly string[] | null; publications?: readonly unknown[] | null } | undefined,
): string {
  const publications = (user?.publications ?? []).map((entry) => idOf(entry) ?? '')
  return `${[...(user?.roles ?? [])].sort().join(',')} @ ${publications.sort().join(',') || '*'}`
}
