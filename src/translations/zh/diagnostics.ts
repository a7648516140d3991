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
  'input.changed': {
    title: '文件在导入过程中改变',
    what: '{file} 在导入过程中有改动。',
    fix: '请等文件不再变动后重新导入。',
  },
  'input.nothing': {
    title: '没有可导入的内容',
    what: '{file} 中没有版面原文（*.txt），也没有 issue.yaml。',
    fix: '请指定文件，或指定存放它们的目录。',
  },
  'zip.refused': {
    title: '压缩包被拒绝',
    what: '{file} 未打开：{reason}。',
    fix: '请重新打包该期目录：普通 ZIP、不加密，只放文本文件和 issue.yaml。',
  },
  'manifest.notYaml': {
    title: '清单不是 YAML',
    what: '{file} 无法按 YAML 读取（{reason}）。',
    fix: '请改正所指的一行。',
  },
  'manifest.invalid': {
    title: '清单内容有误',
    what: '{file} 中 {key} 的值是 {value}。',
    fix: '可用的有 publication、date（YYYY-MM-DD）、edition、number、wholeNumber，以及 pages 下的 file、number、name。',
  },
  'issue.dateMissing': {
    title: '没有日期',
    what: '{file} 没有指定日期，文中也没有可依据的日期。',
    fix: '请用 --date YYYY-MM-DD 或清单文件指定。',
  },
  'issue.dateSuggested': {
    title: '没有指定日期',
    what: '没有指定日期；从文中看应为 {date}（“{evidence}”）。',
    fix: '如果正确，请加上 --date {date}。',
  },
  'issue.dateConflict': {
    title: '日期不一致',
    what: '--date 为 {given}，清单为 {manifest}。',
    fix: '请去掉 --date，或改正清单。',
  },
  'issue.tooManyPages': {
    title: '一期的版面过多',
    what: '共 {count} 个版面，一期最多 {limit} 个。',
    fix: '请按期分目录，每个目录放一个 issue.yaml。',
  },
  'publication.missing': {
    title: '没有指定报纸',
    what: '{file} 没有用 --publication 或清单指定报纸。',
    fix: '请加上 --publication 报纸名。',
  },
  'publication.unknown': {
    title: '没有这份报纸',
    what: '没有名为“{name}”的报纸。现有：{known}。',
    fix: '请核对名称；要新建请加上 --create-publication。',
  },
  'publication.conflict': {
    title: '报纸不一致',
    what: '--publication 为 {given}，清单为 {manifest}。',
    fix: '请去掉 --publication，或改正清单。',
  },
  'publication.made': {
    title: '新建报纸',
    what: '新建《{name}》，地址为 /{slug}。',
    fix: '如需改地址，请在发布前到后台修改，或用 --slug 指定。',
  },
  'publication.refused': {
    title: '无法新建报纸',
    what: '《{name}》（地址 /{slug}）被拒绝：{reason}',
    fix: '请换一个 --slug。',
  },
  'page.countDiffers': {
    title: '版次数目不符',
    what: '--pages 给出 {given} 个版次，实有 {found} 个版面。',
    fix: '请按文件顺序为每个版面各给一个版次。',
  },
  'page.oneIssueOnly': {
    title: '--pages 只能用于一期',
    what: '这里有 {count} 期。',
    fix: '请一次导入一期，或在各期的 issue.yaml 中写明版次。',
  },
  'page.numberDiffers': {
    title: '与报眉版次不同',
    what: '指定为第 {page} 版，报眉印的是第 {printed} 版。',
    fix: '请核对哪个正确。',
  },
  'article.sourceChanged': {
    title: '编辑后原文有变',
    what: '这篇稿件的原文有变动，但已有人处理过稿件，两者都已保留。',
    fix: '请对照新的版面原文，取用正确的部分。',
  },
  'article.sourceGone': {
    title: '原文中已没有',
    what: '原文中已没有“{title}”，但已有人处理过它，因此保留。',
    fix: '请核对它是否仍应在本版。',
  },
  'article.deletedBefore': {
    title: '此前已删除',
    what: '这几行对应的稿件已被人删除，不再重新建立。',
    fix: '如需恢复，请根据版面原文手工新建。',
  },
  'run.articleKept': {
    title: '稿件保留',
    what: '“{title}”保留：已有人处理过，或已见报。',
    fix: '如不需要，请毙稿或撤下。',
  },
  'run.changedSince': {
    title: '版面已再次导入',
    what: '{file} 后来又导入过。',
    fix: '请先撤回较晚的那次导入。',
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
  'article.jumpJoined': {
    title: '转版已接续',
    what: '第 {from} 版的稿件与第 {to} 版的续文合为一篇（{headline}）。',
    fix: '请对照报纸原版核对接续处。',
  },
  'text.doubledSpan': {
    title: '文字重复',
    what: '“{words}”连续出现两次。',
    fix: '多为识别错误，请对照报纸原版删去一处。',
  },
  'text.repeatedLine': {
    title: '整行重复',
    what: '第 {line} 行与上一行相同。',
    fix: '正文中只保留一次，请对照报纸原版确认。',
  },
  'text.latinInChinese': {
    title: '中文里夹有外文字母',
    what: '中文中夹有“{words}”。',
    fix: '多为识别错误，请对照报纸原版核对。',
  },
  'text.paragraphOpen': {
    title: '段落没有结尾',
    what: '这一段在句子中间断开，下文接不上。',
    fix: '请对照报纸原版补全这一段。',
  },
}
