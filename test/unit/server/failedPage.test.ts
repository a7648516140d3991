import express from 'express'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { compression } from '../../../server/middleware/compression/index.ts'
import { failedPage } from '../../../server/middleware/failedPage/index.ts'

let http: Server
let origin: string

beforeAll(async () => {
  const app = express()
  app.use(compression(), failedPage())
  // Answers as Next does: headers first, then its own document, piece by piece.
  app.use((request, response) => {
    response.status(request.path === '/well' ? 200 : 500).setHeader('x-request-id', 'one-two')
    response.setHeader('content-type', 'text/html')
    response.flushHeaders()
    response.write('<html id="__next_error__">')
    response.end('</html>')
  })
  http = createServer(app).listen(0, '127.0.0.1')
  await once(http, 'listening')
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterAll(() => http.close())

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(origin + path, init)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

it('a page that could not be made says so in both languages, with the number of the request, and keeps its status', async () => {
  const { status, headers, text } = await ask('/paper/2024-11-08')
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    500,
    'text/html; charset=utf-8',
    'no-store',
  ])
  for (const part of ['这一页暂时打不开', 'This page cannot be shown just now', 'one-two', '</html>'])
    expect(text).toContain(part)
  expect(text).not.toMatch(/__next_error__|<script/)
})

it('what went well, the admin, and what is no document stay as they are', async () => {
  const own = '<html id="__next_error__"></html>'
  expect((await ask('/well')).text).toBe(own)
  expect((await ask('/admin/collections')).text).toBe(own)
  expect((await ask('/paper', { headers: { rsc: '1' } })).text).toBe(own)
  expect((await ask('/paper', { method: 'POST' })).text).toBe(own)
})
