import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings, type Settings } from '../../../server/startup/environment.mjs'
import { ensureSecret } from '../../../server/startup/secret.mjs'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-secret-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const settings = (env: Record<string, string> = {}): Settings => {
  const read = readSettings({ BROADSHEET_DATA_DIR: dataDir, ...env }, '/')
  if ('failure' in read) throw new Error(read.failure.code)
  return read.settings
}
const strong = '7f3c1b9de2a84c5f96d0e7b1a2c3d4e5'
const mongo = { DATABASE_URI: 'mongodb://db.example/x?replicaSet=rs0' }

describe('the secret that signs sessions', () => {
  it('is made once for SQLite, of 32 random bytes, for the owner of the files alone', () => {
    const first = ensureSecret(settings())
    const file = path.join(dataDir, 'secret')
    expect(first).toEqual({ secret: readFileSync(file, 'utf8').trim() })
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(ensureSecret(settings())).toEqual(first)
  })

  it('differs from house to house', () => {
    const other = mkdtempSync(path.join(tmpdir(), 'broadsheet-secret-'))
    expect(ensureSecret(settings())).not.toEqual(ensureSecret({ ...settings(), dataDir: other }))
    rmSync(other, { recursive: true })
  })

  it('closes a file that others could read', () => {
    const file = path.join(dataDir, 'secret')
    writeFileSync(file, strong)
    chmodSync(file, 0o644)
    ensureSecret(settings())
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('must be given with MongoDB, whose processes share it', () => {
    expect(ensureSecret(settings(mongo))).toEqual({ failure: { code: 'secretMissing' } })
    expect(ensureSecret(settings({ ...mongo, PAYLOAD_SECRET: strong }))).toEqual({ secret: strong })
  })

  it.each([
    'short',
    strong.slice(1),
    'a'.repeat(64),
    'change-me-change-me-change-me-0123456789',
    'YOUR_SECRET_HERE_0123456789_abcdefghijkl',
  ])('is refused when it is weak: %s', (PAYLOAD_SECRET) => {
    expect(ensureSecret(settings({ PAYLOAD_SECRET }))).toEqual({ failure: { code: 'secretWeak' } })
  })

  it('is refused when the kept one was damaged', () => {
    writeFileSync(path.join(dataDir, 'secret'), 'x')
    expect(ensureSecret(settings())).toMatchObject({ failure: { code: 'secretFileUnusable' } })
  })
})
