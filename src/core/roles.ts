/** What a person may be in a newsroom. One user may be several. Source: the newsroom's own titles, GLOSSARY. */
export const roles = [
  'reporter',
  'editor',
  'sectionHead',
  'chief',
  'proofreader',
  'pageEditor',
  'issueManager',
  'auditor',
  'admin',
] as const

export type Role = (typeof roles)[number]
