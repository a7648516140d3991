/** Why a write was refused, and what to do instead. `{name}` stands for a parameter. */
export const refusals = {
  publicByChief: 'Readers already see this. Only a section head or a chief may change it.',
  publicFrozen: 'Readers already see this. It stays as it was published; correct the article instead.',
  approvedByChief:
    'An article that is signed off shows this: only a section head or a chief may change it. Ask them.',
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
  issueNotPublished:
    'There is no such issue, or it has not appeared. Check publication, day and edition, such as 2021-10-09 or 2021-10-09-late; latest means the newest.',
  calendarYear: 'A year has four digits, such as 2021.',
  publicationNotFound: 'There is no such publication. Check its name in the address.',
  previewExpired: 'This preview link has expired. Ask the newsroom for a new one.',
  previewInvalid: 'This preview link is not valid, or what it showed is no longer shown. Ask the newsroom.',
  issueNotFound: 'There is no such issue, or it belongs to a publication that you do not work on.',
  pageNotFound: 'There is no such page, or it belongs to a publication that you do not work on.',
  issueFrozen:
    'The issue is signed, or readers see it: it stays as it is. Withdraw its signature first, if it has not appeared.',
  pageSigned: 'The page is signed and stays as it is. Withdraw its signature first.',
  editionNotFound: 'The issue has no such edition manifest: it has not been published.',
  withdrawn: 'This article has been withdrawn.',
  articleNotFound: 'There is no such article, or it belongs to a publication that you do not work on.',
  notLoggedIn: 'Log in first.',
  badJson: 'The request’s body is no JSON object. Send for example {"rev": 3, "hash": "…"}.',
  fieldType: 'The field “{field}” cannot be a value of this kind. The API documentation names its type.',
  relatedMissing:
    'The field “{field}” refers to something that is not there; it may have been deleted. Choose again.',
  bodyShape:
    'The body cannot be read (at {place}). Write this part anew in the editor; programs find its shape in the API documentation.',
  bodyNode: 'The body cannot hold “{type}”. Take it out and save again.',
  bodyLink:
    'The link “{url}” in the body cannot be used: an address by http, https, mailto or tel, or a path of the site. Correct it and save again.',
  bodyRelated:
    'The body cannot hold pictures or refer to documents. Put pictures into the field for them, and give links an address.',
  queryPath: 'Nothing can be asked by “{path}”: there is no such field, or you may not read it.',
  queryRange: '“{name}” is too large: ask for less.',
  queryWhole: '“{name}” takes a whole number, and pages count from 1.',
  queryValue:
    '“{path}” cannot be compared with this value. Write days as 2024-10-24 and numbers in digits; several values go with in or not_in.',
  queryLimit:
    'That is more than {most} rows, the most that readers who are not logged in are given at once. Give limit={most} or less, and read on with page=2, page=3, …',
  queryRows:
    'The lists of this request ask for more than {most} rows in all, the most that readers who are not logged in are given; a limit in joins counts once for each row. Give smaller limits, or ask in several requests.',
  queryOperator: '“{path}” cannot be asked by {operator}, only by {operators}.',
  queryList:
    'Several values of “{path}” are written one by one: where[{path}][in][]=… and the next. A single one goes with equals.',
  queryJoinSort:
    'Joined rows cannot be sorted by “{path}” on this database. Sort by a field of their own, or ask their own list.',
  queryJson: '“{name}” is no JSON that can be read. Write where[field][operator]=value, or JSON.',
  busy: 'Somebody else saved at the same moment. Load the article again; what you typed is still in this window.',
  ownRoles: 'Nobody changes their own roles. Ask another administrator.',
  feedFormat: 'There is no such feed. The forms are {formats}.',
  feedNotFound:
    'There is no such feed: no publication of this address, or no page of this name or nothing by this author has appeared in it. Pages of the site name their feeds.',
  sitemapNotFound:
    'There is no such sitemap: no publication of this address, or nothing appeared in this month. /sitemap.xml lists all there are.',
  articleNotPublished: 'There is no such article among those that have appeared.',
  searchEmpty: 'Say what to search for: add ?q= and a word.',
  searchPunctuation: 'There is no letter, number or character to search for, only punctuation. Add a word.',
  searchLong: 'This is longer than {longest} characters. Search for the words that matter most.',
  searchMany:
    'These are more than {most} words. Leave some out, or put what belongs together in quotation marks.',
  searchDay: '“{value}” is no date that “{name}” can be. Write 2024, 2024-10 or 2024-10-24.',
  searchYears:
    '“{name}” can be of the years {first} to {last}; {value} is not. Leave it out to search as far as there are newspapers.',
  searchRange: 'The range ends ({to}) before it begins ({from}). Exchange the two.',
  searchSort: 'Results cannot be sorted by “{value}”, only by relevance or newest.',
  searchNumber: '“{name}” is a whole number from {least} to {most}.',
  searchOffset: '“offset” is a whole number from 0 on; offset and limit together are {most} at most.',
  searchDeep:
    'Only the first {most} results can be read: offset and limit together are {most} at most. Narrow the search by year, publication, page or author.',
  searchFilter: '“{name}” is longer than {longest} characters. Take it from the facets of a search.',
  searchNotBuilt:
    'Search is not ready: its index is being built, or still has to be (npm run search:rebuild). Try again in some minutes.',
} as const

export type RefusalKey = keyof typeof refusals
