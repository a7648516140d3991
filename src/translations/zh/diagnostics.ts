import type { DiagnosticCode } from '../../core/diagnostics/index.ts'
import type { DiagnosticText } from '../en/diagnostics.ts'

export const diagnostics: Record<DiagnosticCode, DiagnosticText> = {
  'input.missing': { title: '找不到文件', what: '{file} 不存在。', fix: '请检查路径；文件名区分大小写。' },
  'input.empty': {
    title: '空文件',
    what: '{file} 没有文字。',
    fix: '请提供对应的版面原文，或去掉这个文件。',
  },
  'input.unreadable': {
    title: '文件无法读取',
    what: '{file} 无法读取：{reason}。',
    fix: '请检查文件权限和磁盘。',
  },
  'input.notText': {
    title: '不是文本文件',
    what: '{file} 不是纯文本（{reason}）。',
    fix: '请提供 UTF-8 或 GB18030 编码的纯文本。',
  },
  'input.tooLarge': {
    title: '文件过大',
    what: '{file} 有 {size} 字节，最多读取 {limit} 字节。',
    fix: '一个版面的原文只有几千字，请拆成每版一个文件。',
  },
  'input.lineTooLong': {
    title: '一行过长',
    what: '第 {line} 行有 {length} 个字符，最多读取 {limit} 个。',
    fix: '一行即一段，请确认文件是带换行的版面原文。',
  },
  'input.encoding': {
    title: '有字符无法解码',
    what: '有 {count} 个字符无法按 {encoding} 读取。',
    fix: '请把文件转成 UTF-8 后重新导入。',
  },
  'page.numberFromFolio': {
    title: '版次取自报眉',
    what: '报眉给出第 {page} 版。',
    fix: '如果正确则无须处理，否则请用 --pages 指定。',
  },
  'page.numberFromFileName': {
    title: '版次取自文件名',
    what: '未指定版次，文件名给出第 {page} 版。',
    fix: '如不正确，请用 --pages 或清单文件指定。',
  },
  'page.numberFromJump': {
    title: '版次由转版行推断',
    what: '未指定版次，由转版行推断为第 {page} 版。',
    fix: '如不正确，请用 --pages 或清单文件指定。',
  },
  'page.numberFromOrder': {
    title: '版次按文件顺序',
    what: '未指定版次，按顺序为第 {page} 版。',
    fix: '如不正确，请用 --pages 或清单文件指定。',
  },
  'page.numberConflict': {
    title: '两个文件同一版次',
    what: '第 {page} 版已由 {other} 占用。',
    fix: '请用 --pages 或清单文件为每个文件指定版次。',
  },
  'page.jumpsToItself': {
    title: '版面转向自己',
    what: '第 {page} 版有一行转向第 {page} 版。',
    fix: '请核对转版行中的数字或本版版次。',
  },
  'article.noHeadline': {
    title: '没有标题',
    what: '原文中这篇稿件没有标题。',
    fix: '请按报纸原版补上标题，或确认确实没有。',
  },
  'article.noAuthor': {
    title: '没有署名也没有电头',
    what: '既未找到署名，也未找到电头。',
    fix: '请补上作者，或确认确实没有。',
  },
  'article.truncated': {
    title: '正文中断',
    what: '最后一段在句子中间中断。',
    fix: '请对照报纸原版补全正文。',
  },
  'article.boundaryUncertain': {
    title: '稿件起点存疑',
    what: '起点的把握为 {confidence}%。',
    fix: '请对照报纸原版；如有误请合并或拆分。',
  },
  'article.orphanFragment': {
    title: '不属于本版稿件的片段',
    what: '第 {line} 至 {endLine} 行不属于本版任何稿件。',
    fix: '多为他栏或他版文字的尾段，请手工处理。',
  },
  'article.jumpOpen': {
    title: '转版缺另一半',
    what: '转版行指向第 {page} 版，但没有找到另一半。',
    fix: '请导入同期第 {page} 版，或说明理由后放行。',
  },
}
