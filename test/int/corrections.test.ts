import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readBlocks } from '../../src/core/text/readBlocks.ts'
import { resolveOptions } from '../../src/options.ts'
import { auditHouse } from '../../src/exports/audit.ts'
import { auditTrail } from '../../src/workflow/audit.ts'
import { correctionsDue } from '../../src/workflow/correctionsDue.ts'
import { boot, type Booted } from '../boot.ts'
import {
  makeReady,
  move,
  newsroom,
  printedPage,
  bringOut,
  reviewsAndProofs,
  type Newsroom,
  type Page,
} from '../newsroom.ts'
import { apiClient } from '../rest.ts'

const { slugs: defaultSlugs } = resolveOptions()

function textOf(body: unknown): string {
  return readBlocks(body)
    .map(({ text }) => text)
    .join('\n')
}

describe('a published article that is put right', () => {
  let house: Booted
  let printed: Page
  let desk: Newsroom
  const reader = apiClient()

  beforeAll(async () => {
    house = await boot()
    printed = await printedPage(house.payload)
    desk = await newsroom(house.payload)
    for (const { id } of printed.articles) await makeReady(desk, id)
    await bringOut(desk, printed.issue.id)
  })
  afterAll(() => house.stop())

  const read = async (id: string) => (await reader.get(`/api/articles/${id}`)).body
  const write = async (id: string, headline: string, who: keyof Newsroom = 'editor') => {
    const { rev } = (await desk[who].get(`/api/articles/${id}?draft=true`)).body
    expect((await desk[who].patch(`/api/articles/${id}`, { headline, rev })).status).toBe(200)
  }
  const steps = async (id: string, list: [keyof Newsroom, string, object?][]) => {
    for (const [who, name, input] of list) await move(desk[who], { id, name, input })
  }

  it('says when it first appeared, that it is the first version, and nothing of corrections', async () => {
    const article = await read(printed.articles[0].id)
    expect(article).toMatchObject({ version: 1, corrections: [] })
    expect(article.publishedAt).toMatch(/^\d{4}-/)
    expect(article.printedOn).toBe(printed.issue.date)
    expect(article.modifiedAt ?? null).toBeNull()
  })

  it('stays as it was until the correction replaces it, which says what was wrong', async () => {
    const { id } = printed.articles[0]
    const first = await read(id)
    await move(desk.editor, { id, name: 'correct', input: { kind: 'correction', reason: '数字核错' } })
    await write(id, '新桥明日通车')
    const refused = await desk.editor.post(`/api/articles/${id}/transitions/submitCorrection`, {
      ...(await desk.editor.get(`/api/articles/${id}/transitions`)).body,
    })
    expect(refused.status).toBe(400)
    await steps(id, [
      ['editor', 'submitCorrection', { note: '通车日期应为明日。' }],
      ['sectionHead', 'pass'],
      ['chief', 'signOff'],
      ['proofreader', 'proof'],
    ])
    expect(await read(id)).toEqual(first)
    await move(desk.chief, { id, name: 'republish' })

    const second = await read(id)
    const { publishedAt, printedOn } = first
    expect(second).toMatchObject({ headline: '新桥明日通车', version: 2, publishedAt, printedOn })
    expect(second.corrections).toEqual([
      expect.objectContaining({ kind: 'correction', note: '通车日期应为明日。', at: second.modifiedAt }),
    ])
    expect(JSON.stringify(second)).not.toContain('数字核错')
  })

  it('owes its readers a notice: a draft of nobody’s, which names what it corrects and its page', async () => {
    const { id } = printed.articles[0]
    const due = (await desk.chief.get(`/api/articles?draft=true&depth=0&where[corrects][equals]=${id}`)).body
      .docs
    expect(due).toHaveLength(1)
    expect(due[0]).toMatchObject({ headline: '更正', stage: 'draft', corrects: id, correctsPage: '1' })
    // Under the headline that was printed: readers look for it in the paper.
    expect(textOf(due[0].body)).toBe(
      '本报2021年10月9日第1版《新桥通车》一文有误：通车日期应为明日。特此更正。',
    )
    // Readers learn neither that there is one nor its id.
    const seen = await read(id)
    expect(seen.notices.docs).toEqual([])
    expect(JSON.stringify(seen)).not.toContain(due[0].id)
    expect((await reader.get(`/api/articles?where[corrects][equals]=${id}`)).body.totalDocs).toBe(0)

    const req = await createLocalReq({}, house.payload)
    const owed = () => correctionsDue({ slugs: defaultSlugs, req, publication: printed.publication.id })
    expect(await owed()).toEqual([{ id: due[0].id, headline: '更正', page: '1' }])
    // Whoever lays out the next issue is told where it belongs.
    const { tray } = (await desk.pageEditor.get(`/api/issues/${printed.issue.id}/board`)).body
    expect(tray).toContainEqual(expect.objectContaining({ article: due[0].id, dueOnPage: '1' }))
    // The chief who brought the correction out did not write it: they may sign it off.
    const { creator, writers, flags } = (await desk.chief.get(`/api/articles/${due[0].id}/slip`)).body.slip
    expect([creator, writers]).toEqual([null, []])
    // It is the newspaper's own word: that nobody signs it is no doubt, and it is sent in as it is.
    expect(flags).toEqual([])
    expect((await move(desk.editor, { id: due[0].id, name: 'submit' })).stage).toBe('review1')
    await move(desk.chief, { id: due[0].id, name: 'spike', input: { reason: '网站已说明' } })
    expect(await owed()).toEqual([])
    expect((await auditTrail({ slugs: defaultSlugs, payload: house.payload })).finding).toBeNull()
  })

  it('keeps each correction, the working copy too, and abandoning one leaves no trace with readers', async () => {
    const { id } = printed.articles[0]
    const before = await read(id)
    await move(desk.editor, { id, name: 'correct', input: { kind: 'typo', reason: '错字' } })
    await write(id, '放弃的标题')
    await move(desk.editor, { id, name: 'abandon', input: { reason: '原文无误' } })
    expect(await read(id)).toEqual(before)

    await move(desk.editor, { id, name: 'correct', input: { kind: 'typo', reason: '错字' } })
    await write(id, '新桥明天通车')
    await steps(id, [
      ['editor', 'submitCorrection', { note: '标题用字。' }],
      ['chief', 'signOff'],
      ['proofreader', 'proof'],
      ['chief', 'republish'],
    ])
    const after = await read(id)
    expect(after.version).toBe(3)
    expect(after.corrections.map(({ kind }: { kind: string }) => kind)).toEqual(['correction', 'typo'])
    const draft = (await desk.editor.get(`/api/articles/${id}?draft=true`)).body
    expect(draft.corrections).toEqual(after.corrections)
  })

  it('leaves a tombstone when it is withdrawn, and its place when it comes back', async () => {
    const { id } = printed.articles[1]
    const standing = async () =>
      (await reader.get(`/api/placements?where[article][equals]=${id}&depth=1`)).body.docs[0]
    await move(desk.chief, { id, name: 'withdraw', input: { reason: '侵权', notice: '应权利人要求撤下。' } })
    await move(desk.chief2, { id, name: 'withdraw', input: { confirm: true } })
    expect((await reader.get(`/api/articles/${id}`)).status).toBe(410)
    expect(await standing()).toMatchObject({ article: id, tombstone: '应权利人要求撤下。' })

    await move(desk.chief, { id, name: 'reinstate', input: { reason: '已获授权' } })
    expect((await reader.get(`/api/articles/${id}`)).status).toBe(410)
    await write(id, '老街修缮完工', 'editor2')
    await steps(id, [
      ['editor2', 'submitCorrection', { note: '已获授权，恢复上线。' }],
      ...reviewsAndProofs,
      ['chief', 'republish'],
    ])
    const back = await read(id)
    expect(back).toMatchObject({ headline: '老街修缮完工', version: 2 })
    expect(back.corrections).toEqual([
      expect.objectContaining({ kind: 'reinstate', note: '已获授权，恢复上线。' }),
    ])
    expect(await standing()).toMatchObject({ article: { id }, tombstone: null })
  })

  it('stands in the issue’s history in words', async () => {
    const { events } = (await desk.auditor.get(`/api/issues/${printed.issue.id}/history`)).body
    const said = events.map(({ words }: { words: string }) => words)
    for (const words of ['稿件更正', '稿件撤下', '稿件恢复上线']) expect(said).toContain(words)
  })

  it('can be read by staff in every version that readers saw, and by nobody else', async () => {
    const { id } = printed.articles[1]
    expect((await reader.get(`/api/articles/${id}/editions`)).status).toBe(401)
    const { versions, withdrawals, names } = (await desk.auditor.get(`/api/articles/${id}/editions`)).body
    expect(versions.map((one: any) => [one.version, one.kind, one.text.headline, one.note])).toEqual([
      [1, null, '老街修缮', null],
      [2, 'reinstate', '老街修缮完工', '已获授权，恢复上线。'],
    ])
    expect(withdrawals).toEqual([
      expect.objectContaining({
        notice: '应权利人要求撤下。',
        by: expect.objectContaining({ name: 'chief2' }),
        askedBy: expect.objectContaining({ name: 'chief' }),
      }),
    ])
    expect(names[versions[0].text.authors[0]]).toBe('林小满')
  })

  it('stays withdrawn when its return is given up, and the next return begins anew', async () => {
    const { id } = printed.articles[1]
    await move(desk.chief, { id, name: 'withdraw', input: { reason: '再核', notice: '正在核实。' } })
    await move(desk.sectionHead, { id, name: 'withdraw', input: { confirm: true } })
    await move(desk.chief, { id, name: 'reinstate', input: { reason: '核实无误' } })
    await write(id, '老街修缮完工了', 'editor2')
    await steps(id, [
      ['editor2', 'submitCorrection', { note: '核实无误，恢复上线。' }],
      ['editor', 'pass'],
    ])
    const input = { reason: '还有疑点' }
    await expect(move(desk.sectionHead, { id, name: 'abandonReinstatement', input })).rejects.toThrow(
      /who\.role/,
    )
    await move(desk.chief, { id, name: 'abandonReinstatement', input })
    const { slip } = (await desk.chief.get(`/api/articles/${id}/slip`)).body
    expect(slip).toMatchObject({ stage: 'withdrawn', live: false, correction: null })
    expect((await reader.get(`/api/articles/${id}`)).status).toBe(410)
    expect((await auditHouse(house.payload)).finding).toBeNull()

    await move(desk.chief, { id, name: 'reinstate', input: { reason: '核实无误' } })
    await write(id, '老街修缮完工', 'editor2')
    await steps(id, [['editor2', 'submitCorrection', { note: '核实无误，恢复上线。' }]])
    // The first review of the way that was given up is no review of this one, and who wrote then did not judge now.
    await expect(move(desk.editor2, { id, name: 'pass' })).rejects.toThrow(/sod\.writer/)
    await steps(id, [...reviewsAndProofs, ['chief', 'republish']])
    expect(await read(id)).toMatchObject({ headline: '老街修缮完工', version: 3 })
    expect((await auditHouse(house.payload)).finding).toBeNull()
  })

  it('comes back as it was when nothing in it has to change, also when nobody of the house wrote it', async () => {
    const { id } = printed.articles[1]
    await move(desk.chief, { id, name: 'withdraw', input: { reason: '再核', notice: '正在核实。' } })
    await move(desk.sectionHead, { id, name: 'withdraw', input: { confirm: true } })
    await move(desk.chief, { id, name: 'reinstate', input: { reason: '核实无误' } })
    const { creator, writers } = (await desk.chief.get(`/api/articles/${id}/slip`)).body.slip
    expect([creator, writers]).toEqual([null, []])
    await steps(id, [
      ['editor2', 'submitCorrection', { note: '核实无误，恢复上线。' }],
      ...reviewsAndProofs,
      ['chief', 'republish'],
    ])
    expect(await read(id)).toMatchObject({ headline: '老街修缮完工', version: 4 })
  })

  it('is found by its stage, by staff alone', async () => {
    const asked = 'articles?draft=true&depth=0&where[or][0][slip.stage][in][0]='
    const at = async (stage: string) => {
      const { totalDocs, docs } = (await desk.editor.get(`/api/${asked}${stage}`)).body
      return [totalDocs, docs.map(({ id }: { id: string }) => id).toSorted()]
    }
    const ids = printed.articles.map(({ id }: { id: string }) => id)
    const { docs } = await house.payload.find({
      collection: 'review-slips',
      ...{ where: { stage: { equals: 'published' } }, pagination: false, depth: 0 },
    })
    const published = docs.map(({ article }) => String(article)).toSorted()
    // Also on MongoDB, where withdrawing once left a version of no article behind.
    expect(published).toEqual(ids.toSorted())
    expect(await at('published')).toEqual([published.length, published])
    expect(await at('withdrawn')).toEqual([0, []])
    expect((await reader.get(`/api/${asked}published`)).status).toBe(400)
  })
})
