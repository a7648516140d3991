import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { failureText } from '../../../server/startup/failures.mjs'
import { fileSettings, readSecretFiles } from '../../../server/startup/secretFiles.mjs'

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

it.each(fileSettings)('%s is read from the file that is named, without the line’s end', (name) => {
  const env: Record<string, string | undefined> = { [`${name}_FILE`]: file(name, 'from a file\n') }
  expect(readSecretFiles(env)).toBeNull()
  expect(env[name]).toBe('from a file')
})

it('other settings are not read from files, and an empty name is none', () => {
  const env = { PORT_FILE: file('port', '1'), PAYLOAD_SECRET_FILE: '' }
  expect(readSecretFiles(env)).toBeNull()
  expect(env).not.toHaveProperty('PORT')
  expect(env).not.toHaveProperty('PAYLOAD_SECRET')
})

it('a file that is missing or empty, and a value given twice, stop the start in words', () => {
  const problem = (env: Record<string, string | undefined>) => readSecretFiles(env)!.failure
  expect(failureText(problem({ DATABASE_URI_FILE: join(folder, 'none') }))).toMatch(/none.*ENOENT/)
  expect(problem({ DATABASE_URI_FILE: file('empty', ' \n') }).params).toMatchObject({ reason: 'empty' })
  const twice = problem({ METRICS_TOKEN: 'a', METRICS_TOKEN_FILE: file('token', 'b') })
  expect(twice).toEqual({ code: 'settingTwice', params: { name: 'METRICS_TOKEN' } })
})
