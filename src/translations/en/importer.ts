/** Words of the import command. `{name}` stands for a parameter. */
export const importer = {
  usage: `Usage: npm run import -- FILES_OR_FOLDERS --publication NAME_OR_SLUG --date YYYY-MM-DD [options]

  FILES_OR_FOLDERS      page transcripts (*.txt), folders with an issue.yaml, ZIP archives of such folders
  --publication NAME    name or slug of the publication; not needed if a manifest says it
  --create-publication  make it if it is not there yet
  --slug SLUG           address of a publication that is made
  --date YYYY-MM-DD     date of the issue; not needed if a manifest says it
  --edition NAME        edition, if not main
  --pages 1,3           page numbers, in the order of the files
  --manifest FILE       an issue.yaml that describes the files
  --dry-run             show what would be done, write nothing
  --json                print what was read as JSON
  --explain             print for each line what it was read as, and why; writes nothing
  --rollback RUN        take an import run back
  --lang zh|en          language of the messages`,
  'usage.seeHelp': 'Try --help.',
  'usage.unknownOption': 'Unknown option: {option}',
  'usage.needsValue': '{option} needs a value.',
  'usage.badValue': '{option} is “{value}”. Expected: {expected}.',
  'usage.noFiles': 'Name at least one file or folder.',
  'usage.rollbackAlone': '--rollback takes a run and no files.',
  'table.page': 'Page',
  'table.lines': 'Lines',
  'table.headline': 'Headline',
  'table.authors': 'Authors',
  'table.notes': 'Notes',
  'table.noHeadline': '(no headline)',
  'table.jumpTo': 'to page {page}',
  'table.jumpFrom': 'from page {page}',
  'table.truncated': 'breaks off',
  'table.joins': '{count} joined',
  'status.new': 'new',
  'status.changed': 'changed',
  'status.unchanged': 'unchanged',
  'status.failed': 'failed',
  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.info': 'info',
  'page.head': '{file}: page {page} of {date}, {count} articles ({status})',
  'page.lines': 'page {page}',
  'progress.check': 'Reading {done}/{total}',
  'progress.write': 'Writing {done}/{total}',
  'date.ask': 'No date given for {issue}. The text suggests {date}: “{evidence}”. Date [{date}]: ',
  'date.askBare': 'No date given for {issue}. Date (YYYY-MM-DD): ',
  'end.success': 'Done.',
  'end.partial': 'Done in part.',
  'end.failed': 'Nothing was imported.',
  'end.nothingNew': 'No change: everything was imported before.',
  'end.stopped': 'Stopped. The same command goes on from here.',
  'end.dryRun': 'Nothing was written (--dry-run).',
  'end.counts':
    '{pages} pages ({newPages} new, {changedPages} changed, {unchangedPages} unchanged), {articles} articles: {created} made, {updated} written again, {removed} removed, {kept} kept; {jumpsJoined} jumps joined, {jumpsOpen} open; {errors} errors, {warnings} warnings.',
  'end.run': 'Import run {run}; to take it back give the same command --rollback {run}',
  'rollback.done':
    'Import run {run}: {pages} pages taken back, {removed} articles removed, {restored} restored, {kept} kept.',
  'rollback.unknown': 'There is no import run {run}.',
} as const

export type ImporterKey = keyof typeof importer
