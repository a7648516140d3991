import type { CommandKey } from '../en/commands.ts'

export const commands: Record<CommandKey, string> = {
  'grant.usage':
    '用法：npx payload broadsheet:grant 邮箱 角色…\n把该用户的角色设为所列各项。用于给原有用户的应用指定第一位管理员。',
  'grant.role': '没有“{role}”这个角色。可用的角色：{roles}。',
  'grant.unknown': '没有这个用户：{email}。',
  'grant.done': '{email}：{roles}',
}
