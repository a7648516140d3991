import type { SearchKey } from '../en/search.ts'

export const search: Record<SearchKey, string> = {
  progress: '正在建立索引 {done}/{all}',
  built: '检索索引已建好：已见报稿件 {articles} 篇，用时 {seconds} 秒。',
  none: '这里没有检索：选项 search 为 false，或数据库既不是 SQLite 也不是 MongoDB。',
  usage: `用法：npm run search:rebuild -- [--json] [--lang zh|en]
根据已见报的稿件重新建立检索索引。建好之前检索回答 503；其间照常出版。
退出码：0 索引已建好；1 这里没有检索；2 用法有误，或未能建成。`,
  unknownOption: '未知选项：{option}',
}
