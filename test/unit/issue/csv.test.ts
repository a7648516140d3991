import { describe, expect, it } from 'vitest'

import { csvOf } from '../../../src/core/csv.ts'

describe('a table for spreadsheets', () => {
  it('begins with a byte order mark, ends lines with CRLF and quotes what needs it', () => {
    expect(
      csvOf([
        ['版', 1],
        ['说“好”', 'a,b'],
        ['两\n行', null],
        ['a"b', ''],
      ]),
    ).toBe('\uFEFF版,1\r\n说“好”,"a,b"\r\n"两\n行",\r\n"a""b",\r\n')
  })

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '　＝1', '＋1', '－1', '＠x'])(
    'takes no text for a formula: %j',
    (text) => {
      const [first] = csvOf([[text]])
        .slice(1)
        .replace(/^"/, '')
      expect(first).toBe("'")
    },
  )

  it('leaves numbers and plain texts as they are', () => {
    expect(csvOf([[-3, '第3版', "it's"]])).toBe("\uFEFF-3,第3版,it's\r\n")
  })
})
