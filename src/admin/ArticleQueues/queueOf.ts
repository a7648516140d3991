import type { Role, Stage } from '../../core/workflow/index.ts'

/** At which stages a role finds its work. A queue of each person's own comes with the desk. */
const work: Readonly<Record<Role, readonly Stage[]>> = {
  reporter: [],
  editor: ['draft', 'review1', 'correcting'],
  sectionHead: ['review2'],
  chief: ['review3'],
  proofreader: ['proof1', 'proof2', 'proof3'],
  pageEditor: ['ready'],
  issueManager: ['ready'],
  auditor: [],
  admin: [],
}

/** The stages at which somebody with these roles finds work, each once. */
export function queueOf(roles: readonly Role[]): Stage[] {
  return [...new Set(roles.flatMap((role) => work[role]))]
}
