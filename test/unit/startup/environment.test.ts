import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../server/startup/environment.mjs'

const read = (env: Record<string, string>) => readSettings(env, '/house')
const refused = (env: Record<string, string>) => {
  const result = read(env)
  return 'failure' in result ? result.failure.code : null
}

describe('the settings of the environment', () => {
  it('need nothing: loopback, port 3000, SQLite under data/', () => {
    expect(read({})).toEqual({
      settings: {
        database: 'sqlite',
        databaseUri: undefined,
        dataDir: '/house/data',
        host: '127.0.0.1',
        port: 3000,
        publicUrl: undefined,
        secret: undefined,
        metricsToken: undefined,
      },
    })
  })

  it('take empty values as absent', () => {
    expect(read({ PORT: '', HOST: '', PUBLIC_URL: '', DATABASE_URI: '', PAYLOAD_SECRET: '' })).toEqual(
      read({}),
    )
  })

  it.each(['abc', '65536', '-1', '3000 ', '1e3'])('refuse PORT=%s', (PORT) => {
    expect(refused({ PORT })).toBe('portInvalid')
  })

  it.each(['cms.example.com', 'ftp://cms.example.com', 'javascript:alert(1)'])(
    'refuse PUBLIC_URL=%s',
    (value) => {
      expect(refused({ PUBLIC_URL: value })).toBe('publicUrlInvalid')
    },
  )

  it('keep only the origin of PUBLIC_URL', () => {
    expect(read({ PUBLIC_URL: 'https://cms.example.com/some/path?x=1' })).toMatchObject({
      settings: { publicUrl: 'https://cms.example.com' },
    })
  })

  it('refuse MongoDB without a replica set, which has no transactions', () => {
    expect(refused({ DATABASE_URI: 'mongodb://db.example/x' })).toBe('mongoNoReplicaSet')
    expect(refused({ DATABASE_URI: 'mongodb://db.example/x?replicaSet=' })).toBe('mongoNoReplicaSet')
    expect(refused({ DATABASE_URI: 'mongodb://db.example/replicaSet=rs0' })).toBe('mongoNoReplicaSet')
  })

  it.each(['mongodb://a:1,b:2/x?w=1&replicaSet=rs0', 'mongodb+srv://db.example/x'])(
    'accept %s',
    (DATABASE_URI) => {
      expect(read({ DATABASE_URI })).toMatchObject({ settings: { database: 'mongodb' } })
    },
  )

  it.each(['postgres://x/y', 'broadsheet.db', 'mongodb://'])('refuse DATABASE_URI=%s', (DATABASE_URI) => {
    expect(refused({ DATABASE_URI })).toBe('databaseUriInvalid')
  })
})
