import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureText } from '../../../server/startup/failures.mjs'

const launcher = path.resolve(import.meta.dirname, '../../../scripts/start.mjs')

describe('a start that is refused', () => {
  it('is explained by one sentence in Chinese and one in English, with its particulars', () => {
    const lines = failureText({ code: 'portTaken', params: { host: '127.0.0.1', port: 3000 } }).split('\n')
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).toContain('3000')
    expect(lines[0]).toMatch(/端口.*。$/)
    expect(lines[1]).toMatch(/^Port .*\.$/)
  })

  it('says so on a Node that is too old, and ends with an error', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-old-'))
    const preload = path.join(folder, 'old.cjs')
    writeFileSync(preload, "Object.defineProperty(process.versions, 'node', { value: '20.18.3' })")
    const { status, stderr } = spawnSync(process.execPath, ['-r', preload, launcher], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(2)
    expect(stderr).toContain('Node.js 20.18.3 is too old')
  })

  it('says so when the data directory cannot be written, and ends with an error', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-disk-'))
    const file = path.join(folder, 'a-file')
    writeFileSync(file, '')
    const { status, stderr } = spawnSync(process.execPath, [launcher], {
      encoding: 'utf8',
      env: { ...process.env, BROADSHEET_DATA_DIR: path.join(file, 'data'), NODE_OPTIONS: '' },
    })
    rmSync(folder, { recursive: true })
    expect(status).toBe(1)
    expect(stderr).toContain('cannot be written (ENOTDIR)')
  })
})
