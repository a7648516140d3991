/** Why a write was refused, and what to do instead. `{name}` stands for a parameter. */
export const refusals = {
  slugShape: 'Use lower-case letters, digits and single hyphens, such as “city-daily”.',
  slugReserved: 'This address is used by the system. Choose another.',
  otherPublication: 'This belongs to a publication that you do not work on. Ask an administrator for access.',
  publicationsDiffer:
    'The article and the page belong to different publications. Choose a page of the article’s own paper.',
  inUse: 'It is still used by {count} other records ({collection}). Move or delete those first.',
  pageNumber: 'A page number is up to three letters and up to three digits, such as 1, 12 or A3.',
  publishChiefOnly: 'Only a chief on duty may publish or withdraw an article.',
  ownRoles: 'Nobody changes their own roles. Ask another administrator.',
} as const

export type RefusalKey = keyof typeof refusals
