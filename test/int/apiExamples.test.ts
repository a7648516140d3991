import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { firstRun } from '../../server/firstRun.ts'
import { boot, type Booted } from '../boot.ts'
import { serve, type Served } from '../http.ts'
import { newsroom } from '../newsroom.ts'
import { bringOutArchive } from '../oldIssue.ts'
import { readXml } from '../xml.ts'

/** A call of curl, as much as the documents use of it. */
interface Call {
  url: string
  body: string | null
  headers: Record<string, string>
}

/** The lines of a document's shell blocks that call curl, with lines that go on joined. */
function callsIn(file: string): string[] {
  const blocks = readFileSync(file, 'utf8').match(/```sh\n[\s\S]*?```/g) ?? []
  return blocks.flatMap((block) =>
    block
      .replaceAll('\\\n', ' ')
      .split('\n')
      .filter((line) => line.startsWith('curl ')),
  )
}

/** Reads a line as a shell and curl would. An option that is not known here makes the test fail: teach it. */
function readCall(line: string, variables: Readonly<Record<string, string>>): Call {
  const known = (text: string) =>
    text.replace(/\$SITE|\bARTICLE\b|\bISSUE\b/g, (name) => variables[name.replace('$', '')] ?? name)
  const words = [...line.matchAll(/'([^']*)'|"((?:\\.|[^"\\])*)"|#.*$|[^\s'"#]+/g)].flatMap(
    ([whole, single, double]) => (whole.startsWith('#') ? [] : [single ?? known(double ?? whole)]),
  )
  const call: Call = { url: '', body: null, headers: {} }
  const data: string[] = []
  let isQuery = false
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at]!
    if (word === '-g') continue
    else if (word === '-G') isQuery = true
    else if (word === '-H') {
      const [name = '', value = ''] = words[(at += 1)]!.split(': ')
      call.headers[name] = value
    } else if (word === '-d') data.push(words[(at += 1)]!)
    else if (word === '--data-urlencode') {
      const [name = '', ...value] = words[(at += 1)]!.split('=')
      // curl leaves the name as it is.
      data.push(`${name}=${encodeURIComponent(value.join('='))}`)
    } else if (word.startsWith('-')) throw new Error(`${line}: what is ${word}?`)
    else call.url = word
  }
  if (isQuery) call.url += `?${data.join('&')}`
  else if (data.length > 0) call.body = data.join('&')
  return call
}

describe('an example in the documents', () => {
  let booted: Booted
  let served: Served
  let variables: Record<string, string>

  beforeAll(async () => {
    booted = await boot()
    const { payload } = booted
    payload.logger.level = 'silent'
    await firstRun(payload, { samples: 'samples/yanjiang-wanbao-2024-10-24' })
    const people = await newsroom(payload)
    const only = async (collection: 'publications' | 'issues') =>
      String((await payload.find({ collection, limit: 1, depth: 0 })).docs[0]!.id)
    const publication = await only('publications')
    await payload.update({ collection: 'publications', id: publication, data: { profile: 'archive' } })
    const issue = await only('issues')
    await bringOutArchive(people, issue)
    served = await serve()
    const { body } = await served.client().get('/api/articles?limit=1&depth=0&where[headline][like]=渡轮')
    variables = { SITE: served.origin, ARTICLE: body.docs[0].id, ISSUE: issue }
  })
  afterAll(async () => {
    await served.close()
    await booted.stop()
  })

  it.each(['README.md', 'docs/api.md'])('of %s is answered with what it says', async (file) => {
    const lines = callsIn(file)
    expect(lines.length).toBeGreaterThan(7)
    for (const line of lines) {
      const { url, body, headers } = readCall(
        line.replaceAll('http://localhost:3000', served.origin),
        variables,
      )
      const post = body === null ? {} : { method: 'POST', body }
      const answer = await fetch(url, { headers, ...post })
      const text = await answer.text()
      expect([line, answer.status], text.slice(0, 300)).toEqual([line, 200])
      if (text.startsWith('<?xml')) {
        expect(readXml(text).children.length, line).toBeGreaterThan(0)
        expect(text, line).toMatch(/<(item|entry)>/)
      } else expect([line, sizeOf(JSON.parse(text))]).toEqual([line, expect.any(Number)])
    }
  })
})

/** How much an answer of whatever kind holds; a text where it holds nothing. */
function sizeOf(answer: any): number | string {
  if (answer.errors) return JSON.stringify(answer.errors)
  const { docs, hits, items, days, pages, totalDocs } = { ...answer, ...Object.values(answer.data ?? {})[0]! }
  const size =
    [docs, hits, items, days, pages].find(Array.isArray)?.length ??
    totalDocs ??
    (answer.id || answer.uri ? 1 : 0)
  return size > 0 ? size : `nothing: ${JSON.stringify(answer).slice(0, 200)}`
}
