import { expect, it } from 'vitest'

import { addressOf, isNarrowed, queueIn } from '../../../src/admin/ArticleQueues/address.ts'

const listOf = (query: string) => Object.fromEntries(new URL(query, 'http://localhost/list').searchParams)

it('the address of a queue asks for that queue, in the list that is named', () => {
  expect(addressOf('/admin/collections/articles', 'mine')).toBe('/admin/collections/articles?queue=mine')
  expect(queueIn(listOf(addressOf('/list', 'my-drafts')))).toBe('my-drafts')
})

it('only one name asks for a queue; lists of names ask for one that nobody has, however they are parsed', () => {
  expect([queueIn({}), queueIn({ queue: '' }), queueIn({ queues: 'mine' })]).toEqual([null, null, null])
  for (const query of [
    { queue: ['mine', 'draft'] },
    { queue: { in: 'mine' } },
    { 'queue[]': 'mine' },
    { 'queue[in]': 'mine' },
    { queue: 'mine', 'queue[]': 'draft' },
  ])
    expect(queueIn(query)).not.toMatch(/^[a-zA-Z0-9-]*$/)
})

it('a search and filters narrow a list, order, page and an emptied search do not', () => {
  const asked = [
    '?queue=mine',
    '?search=',
    '?search=x',
    '?where[or][0][and][0][title][like]=x',
    '?sort=title&page=2',
  ]
  expect(asked.map((query) => isNarrowed(listOf(query)))).toEqual([false, false, true, true, false])
})
