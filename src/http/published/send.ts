import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CodedBody, type FinishedAnswer, isKnown } from '../../delivery/finishedAnswer.ts'
import { type HeaderList, type PreparedHeaders, prepareHeaders } from './headers.ts'

/** What is said with every published answer of this server. */
export interface Manner {
  always: HeaderList
  cacheControl: string
  /** Whether others may have set headers, or wait for them. */
  amongOthers: boolean
}

/** One answer to one client. */
export interface Sending {
  request: IncomingMessage
  response: ServerResponse
  answer: FinishedAnswer
  body: CodedBody
  /** Of the request. */
  id: string
}

/** Sends an answer, or the news that the client has it already. @returns the status that was sent */
export function send(manner: Manner, { request, response, answer, body, id }: Sending): number {
  const prepared = preparedFor(manner, answer, body)
  const known = request.headers['if-none-match']
  const isGet = request.method === 'GET' || request.method === 'HEAD'
  const unchanged = known !== undefined && isGet && answer.status === 200 && isKnown(body, known)
  const status = unchanged ? 304 : answer.status
  const headers = withId(unchanged ? prepared.notModified : prepared.full, id)
  if (manner.amongOthers) setOneByOne(response, headers)
  if (manner.amongOthers) response.writeHead(status)
  else response.writeHead(status, headers)
  if (unchanged || request.method === 'HEAD') response.end()
  else response.end(body.bytes)
  return status
}

/** Made once of a body, and anew when two servers of one process speak in different manners. */
function preparedFor(manner: Manner, answer: FinishedAnswer, body: CodedBody): PreparedHeaders {
  const kept = body.prepared as { manner: Manner; headers: PreparedHeaders } | undefined
  if (kept?.manner === manner) return kept.headers
  const { always, cacheControl } = manner
  const headers = prepareHeaders(answer, { body, always, cacheControl })
  body.prepared = { manner, headers }
  return headers
}

/** The prepared list itself: it is read before anything else can happen. */
function withId(headers: HeaderList, id: string): HeaderList {
  headers[headers.length - 1] = id
  return headers
}

/** Middleware that wraps `writeHead` does not understand a list of headers; and what others vary by stays said. */
function setOneByOne(response: ServerResponse, headers: HeaderList): void {
  for (let at = 0; at < headers.length; at += 2) {
    const [name = '', value = ''] = headers.slice(at, at + 2)
    if (name === 'vary') response.setHeader(name, bothVary(response.getHeader(name), value))
    // The id that somebody before gave the request is the one that logs know.
    else if (name !== 'x-request-id' || !response.hasHeader(name)) response.setHeader(name, value)
  }
}

function bothVary(said: unknown, ours: string): string {
  const known = ours.toLowerCase().split(', ')
  const others = String(said ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !known.includes(name.toLowerCase()))
  return [ours, ...others].join(', ')
}
