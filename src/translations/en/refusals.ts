/** Why a write was refused, and what to do instead. `{name}` stands for a parameter. */
export const refusals = {
  publicByChief: 'Readers already see this. Only a section head or a chief may change it.',
  publicFrozen: 'Readers already see this. It stays as it was published; correct the article instead.',
  slugShape: 'Use lower-case letters, digits and single hyphens, such as “city-daily”.',
  slugReserved: 'This address is used by the system. Choose another.',
  otherPublication: 'This belongs to a publication that you do not work on. Ask an administrator for access.',
  publicationsDiffer:
    'The article and the page belong to different publications. Choose a page of the article’s own paper.',
  inUse: 'It is still used by {count} other records ({collection}). Move or delete those first.',
  pageNumber: 'A page number is up to three letters and up to three digits, such as 1, 12 or A3.',
  publishByIssue: 'Articles appear with their issue. Bring the article to “ready” and publish the issue.',
  restoreAsDraft: 'An earlier text can only be restored as a draft. Send draft=true.',
  spikeInstead: 'Articles are never deleted, so that their trail stays whole. Spike the article instead.',
  oneAtATime: 'Articles are changed one at a time, each on the revision you saw.',
  saveNeedsUser: 'A text can only be changed by somebody who is logged in: the trail names them.',
  appendOnly:
    'This is part of the editorial trail. The workflow writes it; nobody else can, administrators included.',
  issueNothingReady: 'No article of this issue is ready. Bring at least one through review and proof first.',
  issueNotFound: 'There is no such issue, or it belongs to a publication that you do not work on.',
  pageNotFound: 'There is no such page, or it belongs to a publication that you do not work on.',
  editionNotFound: 'The issue has no such edition manifest: it has not been published.',
  withdrawn: 'This article has been withdrawn.',
  articleNotFound: 'There is no such article, or it belongs to a publication that you do not work on.',
  notLoggedIn: 'Log in first.',
  publishChief: 'Only a chief on duty may publish an issue.',
  badJson: 'The request’s body is no JSON object. Send for example {"rev": 3, "hash": "…"}.',
  fieldType: 'The field “{field}” cannot be a value of this kind. The API documentation names its type.',
  queryPath: 'Nothing can be asked by “{path}”: there is no such field, or you may not read it.',
  busy: 'Somebody else saved at the same moment. Load the article again; what you typed is still in this window.',
  ownRoles: 'Nobody changes their own roles. Ask another administrator.',
} as const

export type RefusalKey = keyof typeof refusals
