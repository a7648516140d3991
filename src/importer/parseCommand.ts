import { parseArgs } from 'node:util'

import { isDay } from '../core/days.ts'
import { pageNumber } from '../core/pageNumbers.ts'
import type { Language } from '../translations/index.ts'
import type { ImporterKey } from '../translations/importer.ts'
import type { ImportOptions } from './runImport.ts'

/** What a command line asks for. */
export type Command =
  | { kind: 'import'; language: Language; json: boolean; options: ImportOptions }
  | { kind: 'explain'; language: Language; sources: string[] }
  | { kind: 'rollback'; language: Language; run: string }
  | { kind: 'help'; language: Language }
  | { kind: 'wrong'; language: Language; key: ImporterKey; params: Record<string, string> }

const texts = ['publication', 'slug', 'date', 'edition', 'pages', 'manifest', 'rollback', 'lang'] as const
const switches = ['create-publication', 'dry-run', 'json', 'explain', 'help'] as const
type TextOption = (typeof texts)[number]

const options = {
  ...Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])),
  ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
}

/** Reads the command line alone: no file, no database. What is wrong with it is an answer, not an exception. */
export function parseCommand(argv: readonly string[], env: Record<string, string | undefined>): Command {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given: Partial<Record<TextOption, string>> = {}
  const on = new Set<string>()
  const sources: string[] = []
  const wrong = (key: ImporterKey, params: Record<string, string> = {}): Command => ({
    ...{ kind: 'wrong', language: languageOf(given.lang, env), key, params },
  })
  for (const token of tokens) {
    if (token.kind === 'positional') sources.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName: option, value } = token
    if (isText(name)) {
      if (value === undefined || value === '' || (!token.inlineValue && value.startsWith('-'))) {
        return wrong('usage.needsValue', { option })
      }
      given[name] = value
    } else if ((switches as readonly string[]).includes(name) && value === undefined) on.add(name)
    else return wrong('usage.unknownOption', { option })
  }
  const language = languageOf(given.lang, env)
  if (on.has('help')) return { kind: 'help', language }
  const bad = checkValues(given)
  if (bad) return wrong('usage.badValue', bad)
  if (given.rollback !== undefined) {
    if (sources.length > 0) return wrong('usage.rollbackAlone')
    return { kind: 'rollback', language, run: given.rollback }
  }
  if (sources.length === 0 && given.manifest === undefined) return wrong('usage.noFiles')
  if (on.has('explain')) return { kind: 'explain', language, sources }
  const { publication, slug, date, edition, manifest } = given
  return {
    ...{ kind: 'import', language, json: on.has('json') },
    options: {
      ...{ sources, createPublication: on.has('create-publication'), dryRun: on.has('dry-run') },
      ...defined({ publication, slug, date, edition, manifest }),
      ...(given.pages === undefined
        ? {}
        : { pages: given.pages.split(',').map((page) => pageNumber(page)!) }),
    },
  }
}

/** The first value that cannot be meant, with what is expected. */
function checkValues(given: Partial<Record<TextOption, string>>): Record<string, string> | null {
  const checks: readonly [TextOption, (value: string) => boolean, string][] = [
    ['date', isDay, 'YYYY-MM-DD'],
    ['slug', (value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), 'a-z, 0-9, -'],
    ['edition', (value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), 'a-z, 0-9, -'],
    ['lang', (value) => value === 'zh' || value === 'en', 'zh, en'],
    ['rollback', (value) => /^[a-z2-7]{12}$/.test(value), '12 × [a-z2-7]'],
    ['pages', arePages, '1,3,A4'],
  ]
  for (const [option, isGood, expected] of checks) {
    const value = given[option]
    if (value !== undefined && !isGood(value)) return { option: `--${option}`, value, expected }
  }
  return null
}

function arePages(value: string): boolean {
  const numbers = value.split(',').map((page) => pageNumber(page))
  return numbers.every((number) => number !== null) && new Set(numbers).size === numbers.length
}

/** `--lang`, else the system's language, else Chinese. */
function languageOf(given: string | undefined, env: Record<string, string | undefined>): Language {
  if (given === 'en' || given === 'zh') return given
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en/i.test(system) ? 'en' : 'zh'
}

function isText(name: string): name is TextOption {
  return (texts as readonly string[]).includes(name)
}

function defined<Values extends object>(
  values: Values,
): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
