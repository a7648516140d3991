// What is compared with: `readyServer.ts bare|express PORT URL` answers everything with what URL answers, ready in memory.
import { createServer } from 'node:http'
import express from 'express'

const [kind, port, url] = process.argv.slice(2)
const bytes = Buffer.from(await (await fetch(url!)).arrayBuffer())
const text = bytes.toString()

if (kind === 'bare') {
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length }
  createServer((_request, response) => {
    response.writeHead(200, headers)
    response.end(bytes)
  }).listen(Number(port), '127.0.0.1')
} else {
  const app = express()
  app.get('/*path', (_request, response) => void response.type('json').send(text))
  app.listen(Number(port), '127.0.0.1')
}
