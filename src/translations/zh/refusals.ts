import type { RefusalKey } from '../en/refusals.ts'

export const refusals: Record<RefusalKey, string> = {
  slugShape: '请用小写字母、数字和单个连字符，如 city-daily。',
  slugReserved: '此网址段由系统使用，请另选一个。',
  otherPublication: '这属于您不负责的报纸，请向系统管理员申请权限。',
  publicationsDiffer: '稿件与版面属于不同的报纸，请选择本报的版面。',
  inUse: '仍有 {count} 条其他记录（{collection}）在使用它，请先移走或删除。',
  pageNumber: '版次由至多三个字母和至多三位数字组成，如 1、12、A3。',
  publishByIssue: '稿件随整期见报。请先使稿件达到“待发”，再发布整期。',
  restoreAsDraft: '旧文本只能恢复为草稿，请加上 draft=true。',
  spikeInstead: '稿件从不删除，以保证流转记录完整。请改用“毙稿”。',
  oneAtATime: '稿件须逐篇修改，并注明所见的修订号。',
  saveNeedsUser: '只有登录用户才能修改文本：流转记录要写明是谁。',
  appendOnly: '这属于审稿流转记录，只由流程写入，任何人（包括系统管理员）都不能改动。',
  issueNothingReady: '本期没有待发稿件，请先使至少一篇稿件完成审校。',
  issueNotFound: '没有这一期，或它属于您不负责的报纸。',
  articleNotFound: '没有这篇稿件，或它属于您不负责的报纸。',
  notLoggedIn: '请先登录。',
  publishChief: '只有值班总编可以发布整期。',
  badJson: '请求内容不是 JSON 对象。例如：{"rev": 3, "hash": "…"}。',
  busy: '另有人同时保存了这篇稿件。请重新载入；您输入的内容仍在本窗口。',
  ownRoles: '任何人不得更改自己的角色，请由另一位系统管理员操作。',
}
