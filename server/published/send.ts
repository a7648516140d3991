import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CodedBody, FinishedAnswer } from '../../src/exports/delivery.ts'
import { type HeaderList, type PreparedHeaders, prepareHeaders } from './headers.ts'

/** What is said with every published answer of this server. */
export interface Manner {
  always: HeaderList
  cacheControl: string
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
export function send({ always, cacheControl }: Manner, sending: Sending): number {
  const { request, response, answer, body, id } = sending
  const prepared = (body.prepared ??= prepareHeaders(answer, {
    body,
    always,
    cacheControl,
  })) as PreparedHeaders
  const known = request.headers['if-none-match']
  const isGet = request.method === 'GET' || request.method === 'HEAD'
  if (known !== undefined && isGet && answer.status === 200 && answer.isKnownTo(known)) {
    response.writeHead(304, withId(prepared.notModified, id))
    response.end()
    return 304
  }
  response.writeHead(answer.status, withId(prepared.full, id))
  if (request.method === 'HEAD') response.end()
  else response.end(body.bytes)
  return answer.status
}

/** The prepared list itself: it is read before anything else can happen. */
function withId(headers: HeaderList, id: string): HeaderList {
  headers[headers.length - 1] = id
  return headers
}
