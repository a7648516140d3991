/** Words of the audit command; `{name}` stands for a parameter. */
export const audit = {
  'event.edited': 'Event {seq} of {subject} was edited: what it says does not have its hash.',
  'event.missing': 'Event {seq} of {subject} is missing: it was removed.',
  'event.added': 'An event was added to {subject} (number {seq}): it is not on the chain.',
  'event.unchained':
    'Event {seq} of {subject} was rewritten together with its hash: it and its neighbour do not fit.',
  'head.differs':
    'The end of the chain that {subject} holds is not its last event ({seq}, {event}): one of the two rows was edited.',
  'owner.missing':
    'Event {seq} is about the {kind} {subject}, which is not there: that was removed, or the event is forged.',
  'record.edited': 'A review record of article {subject} was edited: event {seq} names another hash.',
  'record.missing': 'A review record of article {subject} was removed: event {seq} names it.',
  'record.added': 'A review record was added to article {subject}: no event names it.',
  'text.edited':
    'A kept text of article {subject} was edited: its content, hash or publication is another ({hash}).',
  'text.missing': 'A kept text of article {subject} was removed: an event names it ({hash}).',
  'text.added': 'A kept text was added to article {subject}: no event names it ({hash}).',
  'slip.edited': 'The slip of article {subject} was edited: {field} is not what its events say.',
  'slip.missing': 'The slip of article {subject} was removed.',
  'slip.added': 'A slip was added: its article {subject} never was.',
  'article.missing': 'Article {subject} was removed from the database: its slip and events are still there.',
  'article.added': 'Article {subject} was written past the workflow: it has neither slip nor events.',
  'article.otherSlip': 'Article {subject} was edited: it names another slip.',
  'article.workingCopy':
    'The working copy of article {subject} was edited: it is not the text that was last recorded.',
  'article.publicText':
    'What readers see of article {subject} was edited: it is not the text that was published.',
  'article.publicUnrecorded': 'Readers can see article {subject}, but nothing records its publication.',
  'article.publicMissing': 'Article {subject} was published, but readers cannot see it.',
  'edition.edited':
    'An edition manifest ({number}) of issue {subject} was edited: it is not what its event names.',
  'edition.missing': 'An edition manifest of issue {subject} was removed: an event names it.',
  'edition.added': 'An edition manifest ({number}) was added to issue {subject}: no event names it.',
  'edition.otherText':
    'What readers see of article {id} is not what edition manifest {number} of issue {subject} says.',
  'issue.edited': 'Issue {subject} was edited: {field} is not what its events say.',
  'page.edited': 'A page of issue {subject} was edited: {field} is not what the issue’s events say.',
  'user.grants': 'The roles or publications of user {subject} were edited: what was last given is “{given}”.',
  whole: 'The audit is done: everything agrees.',
  counts:
    'Articles {articles} ({published} published), issues {issues}, users {users}; events {workflowEvents}, review records {reviewRecords}, kept texts {texts}, edition manifests {editions}.',
  progress: 'Auditing {done}/{all}',
  gone: '(gone)',
  usage: `Usage: npm run audit -- [--json] [--lang zh|en]
Compares slips, events, review records, kept texts and what readers see with each other.
Exit code: 0 everything agrees; 1 something does not, and the first such row is named; 2 wrong usage, or no audit was possible.`,
  'usage.unknown': 'Unknown option: {option}',
} as const

export type AuditKey = keyof typeof audit
