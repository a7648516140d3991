import fc from 'fast-check'
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

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a; "＝1', `"a; ""'＝1"`],
    ['a\t@x', "a\t'@x"],
    ['a\r\n-1', `"a\r\n'-1"`],
  ])('nor where a spreadsheet that splits at semicolons or tabs would begin a cell: %j', (text, safe) => {
    expect(csvOf([['x', text]])).toBe(`\uFEFFx,${safe}\r\n`)
  })

  it('begins no cell of such a spreadsheet with a formula, whatever the text', () => {
    const piece = fc.constantFrom(';', '\t', '\r', '\n', ',', '"', ' ', '　', '=', '-', '＠', "'", '甲', '；')
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const cells = csvOf([[text, '乙', text]])
            .slice(1)
            .split(/[;\t\r\n]/)
          // Leading quotes are the spreadsheet's own, and white space it may drop.
          for (const cell of cells) expect(cell.replace(/^[\s"]+/, '')).not.toMatch(/^[=+\-@＝＋－＠]/)
        },
      ),
    )
  })

  it('leaves numbers and plain texts as they are', () => {
    expect(csvOf([[-3, '第3版；上-下; 比分 3-2', "it's"]])).toBe("\uFEFF-3,第3版；上-下; 比分 3-2,it's\r\n")
  })
})
