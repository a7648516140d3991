import { describe, expect, it } from 'vitest'

import { askedOrigin } from '../../../src/delivery/askedOrigin.ts'
import { isKnown } from '../../../src/delivery/finishedAnswer.ts'
import { codingFor } from '../../../src/http/published/coding.ts'
import { graphqlRead } from '../../../src/http/published/graphqlReads.ts'

describe('a GraphQL request', () => {
  const names = new Set(['Articles', '__typename'])
  const read = (query: string) => graphqlRead(JSON.stringify({ query }), names)
  const many = (field: string) => Array.from({ length: 12_000 }, () => field).join(' ')

  it('is a read of what is published by what it asks for, however long it is', () => {
    expect(read(`{ Articles { docs { ${many('id')} } } }`)).not.toBeNull()
    for (const query of [
      `mutation { createArticle { ${many('id')} } }`,
      `{ meUser { user { ${many('id')} } } }`,
      `{ Articles { docs { ${many('id')} } } meUser { token } }`,
    ])
      expect(read(query)).toBeNull()
  })

  it('is one where it is no GraphQL, and not where it cannot be told what it is', () => {
    expect(read('{ Articles { ')).not.toBeNull()
    // Nested deeper than the stack.
    expect(read(`mutation ${'{ a '.repeat(15_000)}${'}'.repeat(15_000)}`)).toBeNull()
  })
})

describe('a client', () => {
  it('is sent the coding that it likes best, and none where it likes that better', () => {
    const chosen = {
      'gzip, deflate, br': 'br',
      'gzip;q=0.5, br;q=0.1': 'gzip',
      'gzip;q=0.5': 'gzip',
      'br;q=0, *': 'gzip',
      'gzip;q=0.2, identity;q=0.9': 'identity',
      'identity;q=0, gzip': 'gzip',
      '*;q=0': 'identity',
      'gzip;q=0, br;q=0.0': 'identity',
      'x-gzip': 'identity',
      '': 'identity',
    }
    for (const [accepted, coding] of Object.entries(chosen)) {
      expect([accepted, codingFor(accepted)]).toEqual([accepted, coding])
    }
  })

  it('has the bytes whose tag it names, by weak comparison, and those of no other coding', () => {
    const body = { etag: '"tag-gzip"' }
    for (const given of ['"tag-gzip"', 'W/"tag-gzip"', '"x", W/"y" ,"tag-gzip"', '*', ' * '])
      expect([given, isKnown(body, given)]).toEqual([given, true])
    for (const given of ['', '"tag"', '"tag-br"', 'tag-gzip', '"x,tag-gzip"', '"x", *', 'w/"tag-gzip"'])
      expect([given, isKnown(body, given)]).toEqual([given, false])
  })
})

it('Payload is asked where its routes stand, however serverURL is written', () => {
  for (const serverURL of ['https://paper.example', 'https://paper.example/', 'https://paper.example/cms/'])
    expect([serverURL, askedOrigin({ serverURL })]).toEqual([serverURL, 'https://paper.example'])
  for (const serverURL of ['', 'paper.example'])
    expect([serverURL, askedOrigin({ serverURL })]).toEqual([serverURL, 'http://localhost'])
})
