import type { AuditKey } from '../en/audit.ts'

/** 审计命令的用语；{名称} 处填入参数。 */
export const audit: Record<AuditKey, string> = {
  'event.edited': '对象 {subject} 的第 {seq} 条流转日志被改过：内容与其哈希不符。',
  'event.missing': '对象 {subject} 的第 {seq} 条流转日志不见了：它被删除了。',
  'event.added': '对象 {subject} 的流转日志里多出一条（序号 {seq}）：它不在链上。',
  'event.unchained': '对象 {subject} 的第 {seq} 条流转日志被连同哈希一起改写：前后两条对不上。',
  'head.differs': '对象 {subject} 记录的链尾与最后一条流转日志（第 {seq} 条，{event}）不符：两行之一被改过。',
  'owner.missing':
    '流转日志（第 {seq} 条）所属的对象 {subject}（{kind}）不存在：对象被删除，或日志是伪造的。',
  'record.edited': '稿件 {subject} 的审稿记录被改过：内容与第 {seq} 条流转日志记下的哈希不符。',
  'record.missing': '稿件 {subject} 的审稿记录不见了：第 {seq} 条流转日志指明了它。',
  'record.added': '稿件 {subject} 多出一条审稿记录：没有任何流转日志指明它。',
  'text.edited': '稿件 {subject} 的定稿文本被改过：内容、哈希或所属报纸不符（{hash}）。',
  'text.missing': '稿件 {subject} 的定稿文本不见了：流转日志指明了它（{hash}）。',
  'text.added': '稿件 {subject} 多出一份定稿文本：没有任何流转日志指明它（{hash}）。',
  'slip.edited': '稿件 {subject} 的审稿单被改过：{field} 与流转日志不符。',
  'slip.missing': '稿件 {subject} 的审稿单不见了：它被删除了。',
  'slip.added': '多出一张审稿单：它的稿件 {subject} 从未存在。',
  'article.missing': '稿件 {subject} 不见了：它有审稿单和流转日志，却被从数据库中删除。',
  'article.added': '稿件 {subject} 绕过流程写入：它没有审稿单，也没有流转日志。',
  'article.otherSlip': '稿件 {subject} 被改过：它指向另一张审稿单。',
  'article.workingCopy': '稿件 {subject} 的工作稿被改过：它与最后一次记录的文本不符。',
  'article.publicText': '读者看到的稿件 {subject} 被改过：它不是发布时的文本。',
  'article.publicUnrecorded': '读者能看到稿件 {subject}，但没有任何发布记录。',
  'article.publicMissing': '稿件 {subject} 已经发布，读者却看不到它。',
  'edition.edited': '期 {subject} 的出版清单（第 {number} 份）被改动：与流转日志所记不符。',
  'edition.missing': '期 {subject} 的一份出版清单被删除：流转日志里还记着它。',
  'edition.added': '期 {subject} 多出一份出版清单（第 {number} 份）：流转日志里没有它。',
  'edition.otherText': '读者看到的稿件 {id} 与期 {subject} 第 {number} 份出版清单所记不符。',
  'issue.edited': '期 {subject} 被改动：{field} 与流转日志所记不符。',
  'page.edited': '期 {subject} 的一个版被改动：{field} 与流转日志所记不符。',
  'user.grants': '用户 {subject} 的角色或报纸被改过：流转日志最后授予的是“{given}”。',
  whole: '审计完毕，一切相符。',
  counts:
    '稿件 {articles}（已见报 {published}），期 {issues}，用户 {users}；流转日志 {workflowEvents}，审稿记录 {reviewRecords}，定稿文本 {texts}，出版清单 {editions}。',
  progress: '审计中 {done}/{all}',
  gone: '（已不在）',
  usage: `用法：npm run audit -- [--json] [--lang zh|en]
逐条核对审稿单、流转日志、审稿记录、定稿文本与见报内容。
退出码：0 一切相符；1 发现不符，并指出第一处；2 用法有误或无法审计。`,
  'usage.unknown': '不认识的参数：{option}',
}
