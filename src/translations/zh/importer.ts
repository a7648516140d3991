import type { ImporterKey } from '../en/importer.ts'

export const importer: Record<ImporterKey, string> = {
  usage: `用法：npm run import -- 文件或目录 --publication 报纸名或地址 --date YYYY-MM-DD [选项]

  文件或目录             版面原文（*.txt）、带 issue.yaml 的目录、此类目录的 ZIP 压缩包
  --publication 名称    报纸的名称或地址（slug）；清单中已写明时可省略
  --create-publication  报纸不存在时新建
  --slug 地址           新建报纸的地址
  --date YYYY-MM-DD     出版日期；清单中已写明时可省略
  --edition 名称        版别，默认为 main
  --pages 1,3           按文件顺序给出的版次
  --manifest 文件       描述这些文件的 issue.yaml
  --dry-run             只显示将要做什么，不写入
  --json                以 JSON 输出读取结果
  --explain             逐行说明读成了什么、依据是什么；不写入
  --rollback 导入记录    撤回一次导入
  --lang zh|en          消息的语言`,
  'usage.seeHelp': '用法见 --help。',
  'usage.unknownOption': '未知选项：{option}',
  'usage.needsValue': '{option} 需要一个值。',
  'usage.badValue': '{option} 的值“{value}”不对，应为：{expected}。',
  'usage.noFiles': '请至少指定一个文件或目录。',
  'usage.rollbackAlone': '--rollback 只接受一个导入记录，不接受文件。',
  'table.page': '版',
  'table.lines': '行',
  'table.headline': '标题',
  'table.authors': '作者',
  'table.notes': '备注',
  'table.noHeadline': '（无标题）',
  'table.jumpTo': '下转{page}版',
  'table.jumpFrom': '上接{page}版',
  'table.truncated': '中断',
  'table.joins': '接续{count}处',
  'status.new': '新增',
  'status.changed': '有变动',
  'status.unchanged': '无变动',
  'status.failed': '失败',
  'severity.error': '错误',
  'severity.warning': '警告',
  'severity.info': '提示',
  'page.head': '{file}：{date} 第{page}版，{count} 篇稿件（{status}）',
  'page.lines': '第{page}版',
  'progress.check': '读取 {done}/{total}',
  'progress.write': '写入 {done}/{total}',
  'date.ask': '{issue} 没有指定日期。从文中看应为 {date}：“{evidence}”。日期 [{date}]：',
  'date.askBare': '{issue} 没有指定日期。日期（YYYY-MM-DD）：',
  'end.success': '导入完成。',
  'end.partial': '部分完成。',
  'end.failed': '没有导入任何内容。',
  'end.nothingNew': '没有变动：全部内容此前已导入。',
  'end.stopped': '已停止。再次运行同一命令即可继续。',
  'end.dryRun': '未写入任何内容（--dry-run）。',
  'end.counts':
    '{pages} 个版面（新增 {newPages}，有变动 {changedPages}，无变动 {unchangedPages}），{articles} 篇稿件：新建 {created}，重写 {updated}，移除 {removed}，保留 {kept}；转版接续 {jumpsJoined}，未接 {jumpsOpen}；错误 {errors}，警告 {warnings}。',
  'end.run': '导入记录 {run}；如需撤回，请用同一条命令加 --rollback {run}',
  'rollback.done':
    '导入记录 {run}：撤回 {pages} 个版面，移除 {removed} 篇稿件，恢复 {restored} 篇，保留 {kept} 篇。',
  'rollback.unknown': '没有导入记录 {run}。',
}
