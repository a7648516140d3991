import { commands as en, type CommandKey } from './en/commands.ts'
import { fill, type Language } from './index.ts'
import { commands as zh } from './zh/commands.ts'

export type { CommandKey } from './en/commands.ts'

/** A sentence of a command in one language, with its parameters put in. */
export function commandText(
  language: Language,
  key: CommandKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill((language === 'en' ? en : zh)[key], params)
}

/** The language that was asked for, else the system's, else Chinese. */
export function commandLanguage(
  asked: string | undefined,
  env: Record<string, string | undefined>,
): Language {
  if (asked === 'en' || asked === 'zh') return asked
  return /^en/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'en' : 'zh'
}
