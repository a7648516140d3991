import type { RefusalKey } from '../en/refusals.ts'

export const refusals: Record<RefusalKey, string> = {
  slugShape: '请用小写字母、数字和单个连字符，如 city-daily。',
  slugReserved: '此网址段由系统使用，请另选一个。',
  otherPublication: '这属于您不负责的报纸，请向系统管理员申请权限。',
  publicationsDiffer: '稿件与版面属于不同的报纸，请选择本报的版面。',
  inUse: '仍有 {count} 条其他记录（{collection}）在使用它，请先移走或删除。',
  pageNumber: '版次由至多三个字母和至多三位数字组成，如 1、12、A3。',
  publishChiefOnly: '只有值班总编可以发布或撤下稿件。',
  ownRoles: '任何人不得更改自己的角色，请由另一位系统管理员操作。',
}
