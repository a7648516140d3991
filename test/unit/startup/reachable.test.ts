import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseFailure, mongoProblem, portProblem } from '../../../server/startup/reachable.mjs'

let server: Server
let port: number
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(() => void server.close())

describe('what is tried before long work', () => {
  it('names a port that is taken, and finds it free afterwards', async () => {
    expect(await portProblem({ host: '127.0.0.1', port })).toEqual({
      code: 'portTaken',
      params: { host: '127.0.0.1', port },
    })
    server.close()
    await once(server, 'close')
    expect(await portProblem({ host: '127.0.0.1', port })).toBeNull()
  })

  it('names an address that this machine does not have', async () => {
    expect(await portProblem({ host: '192.0.2.1', port: 0 })).toMatchObject({ code: 'hostUnavailable' })
  })

  it('needs one server of a replica set to accept connections', async () => {
    expect(await mongoProblem(`mongodb://u:p@127.0.0.1:1,127.0.0.1:${port}/x?replicaSet=rs0`)).toBeNull()
    const problem = await mongoProblem('mongodb://u:secret@127.0.0.1:1/x?replicaSet=rs0')
    expect(problem).toEqual({
      code: 'databaseUnreachable',
      params: { where: '127.0.0.1:1', reason: 'ECONNREFUSED' },
    })
  })

  it('never shows the credentials of a database', () => {
    const settings = {
      database: 'mongodb' as const,
      databaseUri: 'mongodb+srv://editor:pa%40ss@db.example/x',
      dataDir: '/house/data',
      host: '',
      port: 0,
      publicUrl: undefined,
      secret: undefined,
      metricsToken: undefined,
    }
    expect(databaseFailure(settings, 'no answer').params).toEqual({
      where: 'db.example',
      reason: 'no answer',
    })
  })
})
