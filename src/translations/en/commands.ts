/** What the commands that look after a house say; the keys are those of the Chinese ones too. */
export const commands = {
  'grant.usage':
    'Usage: npx payload broadsheet:grant EMAIL ROLE…\nGives the user exactly these roles. For the first administrator of an app that had users before.',
  'grant.role': 'There is no role {role}. There are: {roles}.',
  'grant.unknown': 'There is no user {email}.',
  'grant.done': '{email}: {roles}',
  'backup.usage':
    'Usage: backup FILE [--lang zh|en]\nWrites all rows, versions and files of the house, as they are at one moment, to FILE. People may go on working.',
  'backup.done': '{file}: {rows} rows and {files} files.',
  'backup.missing':
    'The file {name} is named by the database and not on the disk. The backup goes on without it.',
  'backup.remote':
    'The files of {names} are in remote storage and not in the backup: keep a copy of that storage.',
  'restore.usage':
    'Usage: restore FILE [--replace] [--lang zh|en]\nPuts a backup into an empty house, of either database. --replace removes what is there first. Stop the server before.',
  'restore.done': 'Restored as of {at}: {rows} rows and {files} files, read back and compared.',
  'problem.fileExists': '{file} is there already. Name a file that is not.',
  'problem.notFound': 'There is no file {file}.',
  'problem.notABackup': 'This is no backup of Broadsheet. Nothing was written.',
  'problem.newerFormat':
    'This backup has form {format}; this version knows forms up to {known}. Use the version that made it, or a newer one. Nothing was written.',
  'problem.damaged': 'The backup is damaged ({where}). Take another one. Nothing was written.',
  'problem.cutOff': 'The backup ends too early: it was cut off. Take another one. Nothing was written.',
  'problem.unknownCollections':
    'The backup holds {names}, which this house does not have. Use the same version and configuration. Nothing was written.',
  'problem.otherIds':
    'Ids of {collection} are of the kind {there} in the backup and {here} here, so it cannot be restored into this database. Nothing was written.',
  'problem.notEmpty':
    'This house is not empty: {collection} has {rows} rows. Restore into an empty one, or remove everything first with --replace. Nothing was written.',
  'problem.differs':
    'What was written differs from the backup ({section}: {there} rows there, {here} here). All of it was taken away again.',
  'problem.halfWritten':
    'The restore failed, and what it had written could not be taken away ({reason}). Run it again with --replace.',
  'problem.snapshotTooLong':
    'MongoDB ended the snapshot before all was read. Raise its transactionLifetimeLimitSeconds, or use mongodump --oplog. No backup was written.',
} as const

export type CommandKey = keyof typeof commands
