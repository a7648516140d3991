import { describe, expect, it } from 'vitest'

import {
  blocks,
  isUnacknowledged,
  preflight,
  preflightRules,
  type PreflightFacts,
  type PreflightRules,
} from '../../../src/core/issue/index.ts'
import { profiles } from '../../../src/core/workflow/index.ts'
import { articleAt, record } from '../workflow/article.ts'
import { checked, earlier, issueAt, later, now, pageAt, placed, preflightFacts, sha256 } from './deskFacts.ts'

const codesOf = (facts: PreflightFacts, rules?: PreflightRules): string[] =>
  preflight(facts, { sha256, ...(rules ? { rules } : {}) }).map(({ rule, code }) => `${rule} ${code}`)

const archive = { profile: profiles.archive }
const twoPages = (first: object, second: object) => ({
  issue: issueAt('closed', { pages: [pageAt('1', first), pageAt('2', second)] }),
})
const flag = { id: 'f', code: 'article.orphanFragment', params: {}, accepted: null }
const publishedNow = { stage: 'published', live: true } as const
const archived = (id: string) => ({
  ...checked(id),
  facts: articleAt({ stage: 'ready', profile: profiles.archive }),
})

/** One fault each, and what preflight has to say of it. */
const faults: [name: string, expected: string, facts: Partial<PreflightFacts>][] = [
  ['no date', 'B1 preflight.date', { issue: issueAt('closed', { date: null }) }],
  ['no number', 'B1 preflight.number', { issue: issueAt('closed', { number: null }) }],
  ['a number twice', 'B1 preflight.numberTaken', { numberTaken: true }],
  ['a page too few', 'B1 preflight.pageCount', { issue: issueAt('closed', { plannedPages: 3 }) }],
  ['no pages', 'B1 preflight.noPages', { issue: issueAt('closed', { plannedPages: null, pages: [] }) }],
  ['a page not signed', 'B2 preflight.pageUnsigned', twoPages({ stage: 'proof' }, {})],
  ['a page changed', 'B2 preflight.pageChanged', twoPages({ hash: 'other' }, {})],
  ['not ready', 'B3 preflight.notReady', { articles: [checked('a1', { stage: 'proof2' }), checked('a2')] }],
  [
    'another text',
    'B3 preflight.approval',
    { articles: [checked('a1', { contentHash: 'x' }), checked('a2')] },
  ],
  [
    'writer reviewed',
    'B3 preflight.approval',
    { articles: [checked('a1', { writers: ['by-review2'] }), checked('a2')] },
  ],
  ['held', 'B4 preflight.held', { articles: [checked('a1', { held: true }), checked('a2')] }],
  [
    'embargo beyond the time',
    'B4 preflight.embargo',
    { articles: [checked('a1', { embargoUntil: later }), checked('a2')], publishTime: now },
  ],
  [
    'embargo while no time is set',
    'W warning.embargo',
    { articles: [checked('a1', { embargoUntil: later }), checked('a2')] },
  ],
  [
    'not filed',
    'B4 preflight.filing',
    { articles: [checked('a1', { filing: { required: true, no: null, date: null } }), checked('a2')] },
  ],
  [
    'a jump to nowhere',
    'B5 preflight.jumpOpen',
    twoPages({ placed: [placed('a1', { jump: 'out', jumpPage: '2' })] }, {}),
  ],
  [
    'a jump from nowhere',
    'B5 preflight.jumpOpen',
    twoPages({}, { placed: [placed('a2', { jump: 'in', jumpPage: '01' })] }),
  ],
  [
    'twice',
    'B6 preflight.twice',
    twoPages({}, { placed: [placed('a2'), placed('a1', { placement: 'again' })] }),
  ],
  [
    'a gap',
    'B7 preflight.pagesMissing',
    { issue: issueAt('closed', { pages: [pageAt('1'), pageAt('3', { placed: [placed('a2')] })] }) },
  ],
  [
    'a lost picture',
    'B8 preflight.mediaMissing',
    { articles: [{ ...checked('a1'), media: ['m'] }, checked('a2')] },
  ],
  [
    'another paper’s picture',
    'B8 preflight.mediaForeign',
    { articles: [{ ...checked('a1'), media: ['m'] }, checked('a2')], media: new Map([['m', 'other']]) },
  ],
  ['a doubt', 'B9 preflight.flag', { articles: [checked('a1', { flags: [flag] }), checked('a2')] }],
  ['a notice due', 'W warning.correctionDue', { correctionsDue: [{ id: 'c', title: '更正', page: '2' }] }],
  ['unplaced', 'W warning.unplaced', { unplaced: [{ id: 'u', title: '候补' }] }],
  [
    'two of a name',
    'W warning.duplicateHeadline',
    { articles: [checked('a1'), { ...checked('a2'), headline: ' 标题 a1' }] },
  ],
  ['urgent', 'W warning.override', { articles: [checked('a1', { urgent: true }), checked('a2')] }],
  ['an empty page', 'W warning.emptyPage', { articles: [checked('a1')], ...twoPages({}, { placed: [] }) }],
  ['nobody laid it out', 'W warning.responsibility', twoPages({ layoutBy: [] }, {})],
]

function wrongs(rules?: PreflightRules): string[] {
  return faults.flatMap(([name, expected, changes]) => {
    const codes = codesOf(preflightFacts(changes), rules)
    return codes.join() === expected ? [] : [`${name}: ${codes.join()}`]
  })
}

describe('preflight', () => {
  it('is empty for an issue in which nothing is wrong', () => {
    expect(codesOf(preflightFacts())).toEqual([])
    expect(codesOf(preflightFacts({ publishTime: later }))).toEqual([])
  })

  it('names each fault, alone', () => {
    expect(wrongs()).toEqual([])
  })

  it.each(Object.keys(preflightRules))('misses something without the rule %s', (name) => {
    expect(wrongs({ ...preflightRules, [name]: () => [] })).not.toEqual([])
  })

  it('names all faults at once, blockers first', () => {
    const facts = preflightFacts({
      ...{ unplaced: [{ id: 'u', title: '候补' }], numberTaken: true },
      articles: [checked('a1', { held: true, flags: [flag] }), checked('a2', { stage: 'review1' })],
    })
    expect(codesOf(facts)).toEqual([
      'B1 preflight.numberTaken',
      'B3 preflight.notReady',
      'B4 preflight.held',
      'B9 preflight.flag',
      'W warning.unplaced',
    ])
  })

  it('says in detail why an approval does not hold', () => {
    const article = checked('a1')
    const records = article.facts.records.filter(({ step }) => step !== 'proof2')
    const [item] = preflight(
      preflightFacts({ articles: [{ ...article, facts: { ...article.facts, records } }, checked('a2')] }),
      { sha256 },
    )
    expect(item?.details).toEqual([{ code: 'record.missing', params: { step: 'proof2' } }])
  })

  it('lets an override stand for the reviews it skipped, and warns of it', () => {
    const article = checked('a1', { urgent: true })
    const { records } = article.facts
    const override = record('review1', {
      ...{ transition: 'override', actorId: 'by-chief', role: 'chief' },
      override: { confirmedBy: 'by-second', standsFor: ['review1', 'review2', 'review3'] },
    })
    const facts = { ...article.facts, records: [override, ...records.slice(3)] }
    expect(codesOf(preflightFacts({ articles: [{ ...article, facts }, checked('a2')] }))).toEqual([
      'W warning.override',
    ])
  })

  it('takes an article that readers see already as it is, and not one under correction', () => {
    expect(codesOf(preflightFacts({ articles: [checked('a1', publishedNow), checked('a2')] }))).toEqual([])
    const correcting = checked('a1', { stage: 'correcting', live: true })
    expect(codesOf(preflightFacts({ articles: [correcting, checked('a2')] }))).toEqual([
      'B3 preflight.notReady',
    ])
  })

  it('meets the two halves of a jump, however the page number was printed', () => {
    const out = placed('a1', { jump: 'out', jumpPage: '02' })
    const back = placed('a1', { placement: 'second', jump: 'in', jumpPage: '1' })
    expect(codesOf(preflightFacts(twoPages({ placed: [out] }, { placed: [placed('a2'), back] })))).toEqual([])
  })

  it('keeps sections apart when it counts pages', () => {
    const number = (name: string, article: string) =>
      pageAt('1', { id: name, number: name, placed: [placed(article)] })
    const pages = [number('A1', 'a1'), number('B1', 'a2')]
    expect(codesOf(preflightFacts({ issue: issueAt('closed', { pages }) }))).toEqual([])
    const gap = [number('A1', 'a1'), number('B2', 'a2')]
    const [item] = preflight(preflightFacts({ issue: issueAt('closed', { pages: gap }) }), { sha256 })
    expect(item).toMatchObject({ code: 'preflight.pagesMissing', params: { pages: 'B1' } })
  })

  it('of an archive only warns of missing pages, and lets what cannot be brought any more be waived', () => {
    const pages = [
      pageAt('1', { placed: [placed('a1', { jump: 'out', jumpPage: '4' })] }),
      pageAt('3', { placed: [placed('a2')] }),
    ]
    const facts = preflightFacts({
      issue: issueAt('closed', { ...archive, pages, plannedPages: 4 }),
      articles: [archived('a1'), archived('a2')],
    })
    const items = preflight(facts, { sha256 })
    expect(items.map(({ code, severity, waivable }) => [code, severity, waivable])).toEqual([
      ['preflight.pageCount', 'blocker', true],
      ['preflight.jumpOpen', 'blocker', true],
      ['preflight.pagesMissing', 'warning', true],
    ])
    const waivers = items.map(({ key, fingerprint }) => ({
      ...{ key, fingerprint, by: 'chief', at: earlier, reason: '原报缺页' },
    }))
    const waived = preflight({ ...facts, issue: { ...facts.issue, waivers } }, { sha256 })
    expect(waived).toHaveLength(3)
    expect(waived.every(({ waiver }) => waiver?.reason === '原报缺页')).toBe(true)
    expect(waived.some(blocks) || waived.some(isUnacknowledged)).toBe(false)
  })

  it('lets a caption without a picture be waived, as imports have them, and no file that is lost', () => {
    const of = (file: string) =>
      preflight(preflightFacts({ articles: [{ ...checked('a1'), media: [file] }, checked('a2')] }), {
        sha256,
      })
    expect(of('').map(({ code, waivable }) => [code, waivable])).toEqual([['preflight.mediaMissing', true]])
    expect(of('m').map(({ code, waivable }) => [code, waivable])).toEqual([['preflight.mediaMissing', false]])
  })

  it('counts an acknowledgement or a waiver for one state of a thing only', () => {
    const urgent = (contentHash: string) =>
      checked('a1', { urgent: true, contentHash, approvedHash: contentHash })
    const facts = preflightFacts({ articles: [urgent('text-1'), checked('a2')] })
    const [item] = preflight(facts, { sha256 })
    const said = { key: item!.key, fingerprint: item!.fingerprint, by: 'chief', at: earlier, reason: null }
    const issue = issueAt('closed', { acknowledgements: [said] })
    expect(preflight({ ...facts, issue }, { sha256 })[0]).toMatchObject({ acknowledged: { by: 'chief' } })
    const records = urgent('text-2').facts.records.map((one) => ({ ...one, hash: 'text-2' }))
    const changed = { ...urgent('text-2'), facts: { ...urgent('text-2').facts, records } }
    const [again] = preflight({ ...facts, issue, articles: [changed, checked('a2')] }, { sha256 })
    expect(again).toMatchObject({ code: 'warning.override', acknowledged: null })
  })

  it('does not let a waiver stand for what cannot be waived', () => {
    const facts = preflightFacts({ numberTaken: true })
    const [item] = preflight(facts, { sha256 })
    const waivers = [
      { key: item!.key, fingerprint: item!.fingerprint, by: 'chief', at: earlier, reason: 'x' },
    ]
    const [still] = preflight({ ...facts, issue: issueAt('closed', { waivers }) }, { sha256 })
    expect(still && blocks(still)).toBe(true)
  })
})
