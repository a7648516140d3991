import type { CommandKey } from '../en/commands.ts'

export const commands: Record<CommandKey, string> = {
  'grant.usage':
    '用法：npx payload broadsheet:grant 邮箱 角色…\n把该用户的角色设为所列各项。用于给原有用户的应用指定第一位管理员。',
  'grant.role': '没有“{role}”这个角色。可用的角色：{roles}。',
  'grant.unknown': '没有这个用户：{email}。',
  'grant.done': '{email}：{roles}',
  'backup.usage':
    '用法：backup 文件 [--lang zh|en]\n把全部数据、版本和文件按同一时刻的状态写入该文件，备份期间可以继续工作。',
  'backup.done': '{file}：{rows} 行数据，{files} 个文件。',
  'backup.missing': '数据库里登记的文件 {name} 不在磁盘上，备份中没有它。',
  'backup.remote': '{names} 的文件存放在远程存储中，不在备份里，请另行备份该存储。',
  'restore.usage':
    '用法：restore 文件 [--replace] [--lang zh|en]\n把备份恢复到空的系统中，两种数据库皆可。--replace 会先清除现有的全部数据。请先停止服务器。',
  'restore.done': '已恢复到 {at} 的状态：{rows} 行数据，{files} 个文件，已回读核对。',
  'problem.fileExists': '文件 {file} 已存在，请换一个文件名。',
  'problem.notFound': '没有文件 {file}。',
  'problem.notABackup': '这不是大报的备份文件。没有写入任何内容。',
  'problem.newerFormat':
    '备份的格式版本是 {format}，当前程序只认识到 {known}。请使用制作它的版本或更新的版本。没有写入任何内容。',
  'problem.damaged': '备份已损坏（{where}），请换一份。没有写入任何内容。',
  'problem.cutOff': '备份不完整，文件被截断，请换一份。没有写入任何内容。',
  'problem.unknownCollections': '备份中有 {names}，而这里没有。请使用相同的版本和配置。没有写入任何内容。',
  'problem.otherIds':
    '{collection} 的编号在备份中是 {there}，在这里是 {here}，不能恢复到这个数据库。没有写入任何内容。',
  'problem.notEmpty':
    '系统不是空的：{collection} 有 {rows} 行。请恢复到空的系统，或用 --replace 先清除全部数据。没有写入任何内容。',
  'problem.differs': '写入的内容与备份不一致（{section}：备份 {there} 行，这里 {here} 行），已全部撤回。',
  'problem.halfWritten': '恢复失败，已写入的内容也未能撤回（{reason}）。请用 --replace 重新恢复。',
  'problem.snapshotTooLong':
    'MongoDB 在读完之前结束了快照。请调高 transactionLifetimeLimitSeconds，或改用 mongodump --oplog。没有写出备份。',
}
