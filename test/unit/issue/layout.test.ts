import { describe, expect, it } from 'vitest'

import {
  decideLayout,
  issueHash,
  issueStages,
  openStages,
  pageHash,
  type IssueFacts,
  type LayoutOp,
  type LayoutRequest,
} from '../../../src/core/issue/index.ts'
import { roles } from '../../../src/core/workflow/index.ts'
import { issueAt, pageAt, person, placed, sha256 } from './deskFacts.ts'

const layouter = person('visitor', 'pageEditor')
const open = { stage: 'makeup', signature: null, signedBy: null } as const
const issue = (changes: Partial<IssueFacts> = {}) =>
  issueAt('layingOut', {
    pages: [
      pageAt('1', {
        ...open,
        placed: [placed('a', { order: 1 }), placed('b', { order: 2 }), placed('c', { order: 3 })],
      }),
      pageAt('2', { ...open, placed: [placed('d', { order: 1 })] }),
    ],
    ...changes,
  })
const article = { id: 'new', publication: 'daily', stage: 'review1' } as const

function ask(op: LayoutOp, changes: Partial<LayoutRequest> = {}) {
  const decision = decideLayout({ actor: layouter, issue: issue(), op, article, ...changes })
  return decision.allowed ? decision : decision.blockers.map(({ code }) => code)
}

/** The articles of each page, in order, after an operation's writes. */
function after(op: LayoutOp, changes: Partial<LayoutRequest> = {}): Record<string, string> {
  const facts = changes.issue ?? issue()
  const decision = decideLayout({ actor: layouter, issue: facts, op, article, ...changes })
  if (!decision.allowed) throw new Error(decision.blockers.map(({ code }) => code).join())
  const rows = facts.pages.flatMap((page) =>
    page.placed.map((one) => ({ id: one.placement, article: one.article, page: page.id, order: one.order })),
  )
  for (const write of decision.writes) {
    const row = rows.find(({ id }) => 'id' in write && id === write.id)
    if (write.write === 'insertPlacement') rows.push({ ...write, id: 'new' })
    if (write.write === 'updatePlacement') Object.assign(row!, write.data)
    if (write.write === 'deletePlacement') rows.splice(rows.indexOf(row!), 1)
  }
  return Object.fromEntries(
    facts.pages.map(({ id, number }) => [
      number,
      rows
        .filter((row) => row.page === id)
        .sort((x, y) => x.order - y.order)
        .map((row, index) => (row.order === index + 1 ? row.article : `${row.article}@${row.order}`))
        .join(),
    ]),
  )
}

describe('laying out', () => {
  it('places, moves and takes off, and every page stays numbered from 1', () => {
    expect(after({ op: 'place', article: 'new', page: 'page-1' })).toEqual({ 1: 'a,b,c,new', 2: 'd' })
    expect(after({ op: 'place', article: 'new', page: 'page-1', index: 0 })).toEqual({
      1: 'new,a,b,c',
      2: 'd',
    })
    expect(after({ op: 'place', article: 'new', page: 'page-2', index: 99 })).toEqual({
      1: 'a,b,c',
      2: 'd,new',
    })
    expect(after({ op: 'move', placement: 'place-a', page: 'page-1', index: 2 })).toEqual({
      1: 'b,c,a',
      2: 'd',
    })
    expect(after({ op: 'move', placement: 'place-c', page: 'page-1', index: 0 })).toEqual({
      1: 'c,a,b',
      2: 'd',
    })
    expect(after({ op: 'move', placement: 'place-b', page: 'page-2', index: 0 })).toEqual({
      1: 'a,c',
      2: 'b,d',
    })
    expect(after({ op: 'unplace', placement: 'place-a' })).toEqual({ 1: 'b,c', 2: 'd' })
  })

  it('names the pages that it changes, both of a move', () => {
    expect(ask({ op: 'move', placement: 'place-b', page: 'page-2' })).toMatchObject({
      pages: ['page-1', 'page-2'],
    })
    expect(ask({ op: 'jump', placement: 'place-a', kind: 'out', toPage: '02' })).toMatchObject({
      ...{ pages: ['page-1'], writes: [{ data: { jump: 'out', jumpPage: '2' } }] },
    })
  })

  it('puts an article on a second page only as what is continued there', () => {
    const facts = issue()
    const again = { issue: facts, article: { ...article, id: 'a' } }
    expect(ask({ op: 'place', article: 'a', page: 'page-2' }, again)).toEqual(['layout.twice'])
    expect(
      ask({ op: 'place', article: 'a', page: 'page-1', jump: { kind: 'in', page: '1' } }, again),
    ).toEqual(['layout.twice'])
    expect(
      after({ op: 'place', article: 'a', page: 'page-2', jump: { kind: 'in', page: '1' } }, again),
    ).toEqual({ 1: 'a,b,c', 2: 'd,a' })
    expect(
      ask({ op: 'place', article: 'new', page: 'page-2', jump: { kind: 'in', page: '第一版' } }),
    ).toEqual(['layout.jump'])
  })

  it('adds, names, numbers and removes pages', () => {
    expect(ask({ op: 'addPage', name: ' 副刊 ' })).toMatchObject({
      writes: [{ write: 'insertPage', number: '3', name: '副刊', sequence: 3 }],
    })
    expect(ask({ op: 'addPage', number: '01' })).toEqual(['page.numberTaken'])
    expect(ask({ op: 'addPage', number: '头版' })).toEqual(['page.number'])
    expect(ask({ op: 'renamePage', page: 'page-1', name: '' })).toMatchObject({
      writes: [{ data: { name: null } }],
    })
    expect(ask({ op: 'renumberPage', page: 'page-1', number: '1' })).toMatchObject({ pages: ['page-1'] })
    expect(ask({ op: 'renumberPage', page: 'page-1', number: '2' })).toEqual(['page.numberTaken'])
    expect(ask({ op: 'removePage', page: 'page-1' })).toEqual(['page.notEmpty'])
    const empty = issue({ pages: [pageAt('1', { ...open, placed: [] })] })
    expect(ask({ op: 'removePage', page: 'page-1' }, { issue: empty })).toMatchObject({
      writes: [{ write: 'deletePage', id: 'page-1' }],
    })
    expect(ask({ op: 'removePage', page: 'page-1' }, { issue: empty, hasSource: true })).toEqual([
      'page.hasSource',
    ])
  })

  it('is for page editors of the paper alone, on pages without a signature, in issues that are open', () => {
    const op: LayoutOp = { op: 'move', placement: 'place-d', page: 'page-1' }
    for (const role of roles) {
      const answer = ask(op, { actor: person('visitor', role) })
      if (role === 'pageEditor') expect(answer).toMatchObject({ allowed: true })
      else expect(answer, role).toEqual(['who.role'])
    }
    expect(ask(op, { actor: { ...layouter, publications: ['other'] } })).toEqual(['who.publication'])
    for (const stage of issueStages) {
      const answer = ask(op, { issue: issue({ stage }) })
      if ((openStages as readonly string[]).includes(stage)) expect(answer).toMatchObject({ allowed: true })
      else expect(answer, stage).toEqual(['issue.frozen'])
    }
    const [first, second] = issue().pages
    const signed = issue({ pages: [first!, { ...second!, stage: 'signed' }] })
    expect(ask(op, { issue: signed })).toEqual(['page.signed'])
    expect(ask({ op: 'move', placement: 'place-a', page: 'page-2' }, { issue: signed })).toEqual([
      'page.signed',
    ])
    expect(ask({ op: 'unplace', placement: 'place-a' }, { issue: signed })).toMatchObject({ allowed: true })
    expect(ask({ op: 'renamePage', page: 'page-2', name: 'x' }, { issue: signed })).toEqual(['page.signed'])
  })

  it('refuses what is not there, is another paper’s, spiked or withdrawn, with every reason', () => {
    expect(ask({ op: 'place', article: 'x', page: 'page-1' }, { article: null })).toEqual(['layout.article'])
    expect(ask({ op: 'place', article: 'new', page: 'gone' })).toEqual(['page.unknown'])
    expect(ask({ op: 'move', placement: 'gone', page: 'page-1' })).toEqual(['layout.placement'])
    expect(ask({ op: 'unplace', placement: 'gone' })).toEqual(['layout.placement'])
    const of = (changes: object) =>
      ask({ op: 'place', article: 'new', page: 'page-1' }, { article: { ...article, ...changes } })
    expect(of({ publication: 'other' })).toEqual(['layout.articlePaper'])
    expect(of({ stage: 'spiked' })).toEqual(['layout.articleStage'])
    expect(of({ stage: 'withdrawn' })).toEqual(['layout.articleStage'])
    expect(
      ask(
        { op: 'place', article: 'new', page: 'page-1' },
        {
          actor: person('visitor', 'editor'),
          issue: issue({ stage: 'signed' }),
          article: { ...article, stage: 'spiked' },
        },
      ),
    ).toEqual(['who.role', 'issue.frozen', 'layout.articleStage'])
  })

  it('does not tell a limited person of another paper’s article', () => {
    const actor = { ...layouter, publications: ['daily'] }
    const foreign = { ...article, publication: 'other' }
    expect(ask({ op: 'place', article: 'new', page: 'page-1' }, { actor, article: foreign })).toEqual([
      'layout.article',
    ])
  })
})

describe('what a signature covers', () => {
  const page = pageAt('1', { placed: [placed('a'), placed('b', { order: 2 })] })
  const base = pageHash(page, sha256)

  it('every text, its order, place, column and jump, the page’s number and name', () => {
    const [first, second] = page.placed as [ReturnType<typeof placed>, ReturnType<typeof placed>]
    const others = [
      ...[
        { ...page, number: '2' },
        { ...page, name: '要闻' },
        { ...page, placed: [second, first] },
      ],
      { ...page, placed: [first] },
      ...[
        { contentHash: 'text-2' },
        { column: '热点' },
        { jump: 'out' as const },
        { jumpPage: '3' },
        { startLine: 2 },
        { endLine: 3 },
        { article: 'z' },
      ].map((change) => ({ ...page, placed: [{ ...first, ...change }, second] })),
    ]
    const hashes = others.map((one) => pageHash(one, sha256))
    expect(new Set([base, ...hashes]).size).toBe(others.length + 1)
  })

  it('neither who signed nor the numbers by which places are sorted', () => {
    const moved = {
      ...page,
      rev: 99,
      signedBy: 'x',
      placed: page.placed.map((one) => ({ ...one, order: one.order + 5 })),
    }
    expect(pageHash(moved, sha256)).toBe(base)
  })

  it('of an issue, its day, number, edition and pages in order', () => {
    const whole = issueAt('closed')
    const [one, two] = whole.pages
    const others = [
      ...[
        { ...whole, date: '2031-05-06' },
        { ...whole, number: '1' },
        { ...whole, edition: 'late' },
      ],
      ...[
        { ...whole, pages: [two!, one!] },
        { ...whole, pages: [one!] },
      ],
      { ...whole, pages: [one!, { ...two!, hash: 'x' }] },
    ]
    const hashes = [whole, ...others].map((facts) => issueHash(facts, sha256))
    expect(new Set(hashes).size).toBe(others.length + 1)
  })
})
