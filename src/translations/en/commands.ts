/** What the commands that look after a house say; the keys are those of the Chinese ones too. */
export const commands = {
  'grant.usage':
    'Usage: npx payload broadsheet:grant EMAIL ROLE…\nGives the user exactly these roles. For the first administrator of an app that had users before.',
  'grant.role': 'There is no role {role}. There are: {roles}.',
  'grant.unknown': 'There is no user {email}.',
  'grant.done': '{email}: {roles}',
} as const

export type CommandKey = keyof typeof commands
