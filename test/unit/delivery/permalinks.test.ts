import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { articlePath, issueName, issuePath, pagePath, readPermalink } from '../../../src/core/permalinks.ts'

const issue = { publication: 'riverside', date: '2021-10-09', edition: 'main' }

describe('permalinks', () => {
  it('name publication, day and page or article; the main edition is not named', () => {
    expect(issuePath(issue)).toBe('/riverside/2021-10-09')
    expect(pagePath(issue, 'A3')).toBe('/riverside/2021-10-09/A3')
    expect(articlePath(issue, 'abcdefghij23')).toBe('/riverside/2021-10-09/a/abcdefghij23')
    expect(issueName({ date: '2021-10-09', edition: '晚版' })).toBe('2021-10-09-%E6%99%9A%E7%89%88')
  })

  it('are read back to what they were made of, whatever the edition is called', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
    const editions = fc.oneof(fc.constant('main'), fc.string({ minLength: 1, unit: 'grapheme' }))
    const addresses = fc.record({
      publication: fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      date: days,
      edition: editions,
    })
    fc.assert(
      fc.property(addresses, fc.stringMatching(/^[A-Z]{0,3}[1-9][0-9]{0,2}$/), (address, page) => {
        expect(readPermalink(issuePath(address))).toEqual({ kind: 'issue', ...address })
        expect(readPermalink(pagePath(address, page))).toEqual({ kind: 'page', page, ...address })
        const article = 'abcdefghij23'
        expect(readPermalink(articlePath(address, article))).toEqual({ kind: 'article', article, ...address })
      }),
    )
  })

  it.each([
    '/riverside',
    '/riverside/2021-02-30',
    '/riverside/2021-10-09-',
    '/riverside/2021-10-09-main',
    '/riverside/2021-10-09x/1',
    '/riverside/2021-10-09/b/abcdefghij23',
    '/riverside/2021-10-09/a/',
    '/riverside/2021-10-09/a/x/y',
    '/riverside/2021-10-09-%E6%9/1',
    '/riverside/2021-10-09/A',
    'riverside/2021-10-09',
  ])('%s is none', (path) => {
    expect(readPermalink(path)).toBeNull()
  })

  it('take a page number as people write it', () => {
    expect(readPermalink('/riverside/2021-10-09/a03')).toMatchObject({ kind: 'page', page: 'A3' })
  })
})
