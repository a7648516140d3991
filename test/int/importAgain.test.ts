import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import { command, countRows, drafts, folderOf, importInto, rowsOf, textOf } from '../importing.ts'
import { makeReady, newsroom, bringOut, type Newsroom } from '../newsroom.ts'

/** Three articles that nothing but their texts tells apart from any other. */
const bridge = [
  '新桥通车 两岸十分钟可达',
  '',
  '本报讯（记者 林小满）昨日上午，跨江新桥正式通车，两岸居民往来只需十分钟。',
  '新桥全长八百米，双向六车道，两侧设有人行道和自行车道，桥头建有观景平台。',
]
const library = [
  '图书馆延长夜间开放',
  '',
  '本报讯（记者 周一诺）从下月起，市图书馆每晚开放到十点，并增设自习座位二百个。',
  '馆方介绍，夜间开放期间照常提供借还书服务，读者可以在网上预约座位。',
]
const market = [
  '早市搬进新棚',
  '',
  '本报讯（记者 何海峰）老街早市昨天搬进新建的大棚，摊位整齐，地面干净，买菜的人比往常更多。',
  '管理人员说，大棚通风良好，下雨天也能照常营业，停车位增加了一倍。',
]
const page = (...articles: string[][]): string =>
  `${articles.map((lines) => lines.join('\n')).join('\n\n')}\n`
const altered = (lines: string[]): string[] => [
  ...lines.slice(0, 3),
  lines[3]!.replace('。', '，今年内还将继续完善。'),
]

const brokenOff = [
  '护林队二十年守青山',
  '',
  '本报讯（记者 陈雨桐）在望山县北部的林区，有一支由附近村民组成的护林队，二十年来每天巡山。',
  '队长说，最难的是冬天，大雪封山的时候，队员们要带着干粮走上一整天，有时还要在山里的小屋过夜，',
  '（下转第4版）',
]
const goesOn = [
  '（上接第1版）',
  '第二天再接着往前走。即使这样，也没有一个人提出离开。',
  '如今，林区的树长高了，鸟也多了起来。护林队里来了几位年轻人，老队员正把巡山的路一段一段教给他们。',
]

describe('importing a page again', () => {
  let house: Booted
  let people: Newsroom
  let paper = 0
  beforeAll(async () => {
    house = await boot()
    people = await newsroom(house.payload)
  })
  afterAll(() => house.stop())
  beforeEach(() => void (paper += 1))

  const name = () => `第${paper}日报`
  const into = () => ({ publication: name(), createPublication: true, date: '2024-03-05' })
  const here = () => ({ 'publication.name': { equals: name() } })
  const read = (files: Record<string, string>) =>
    importInto(house.payload, { sources: [folderOf(files)], ...into() })
  const articles = () => drafts(house.payload, here())
  const called = async (start: string) => (await articles()).find(({ title }) => title.startsWith(start))!
  const codes = (report: { diagnostics: { code: string }[] }) => report.diagnostics.map(({ code }) => code)

  it('writes a changed article again, makes a new one and removes one that is gone, the rest stays as it is', async () => {
    await read({ 'p1.txt': page(bridge, library) })
    const before = { bridge: await called('新桥'), library: await called('图书馆') }
    const report = await read({ 'p1.txt': page(market, altered(bridge)) })
    expect(report.counts).toMatchObject({ changedPages: 1, created: 1, updated: 1, removed: 1, kept: 0 })
    const after = await called('新桥')
    expect(after.id).toBe(before.bridge.id)
    expect(textOf(after.body)).toContain('今年内还将继续完善')
    expect((await articles()).map(({ title }) => title).sort()).toEqual(
      ['新桥通车 两岸十分钟可达', '早市搬进新棚'].sort(),
    )
    // Its author was named by nothing else.
    expect((await rowsOf(house.payload, 'authors', here())).map((author) => author.name).sort()).toEqual([
      '何海峰',
      '林小满',
    ])
    const transcripts = await rowsOf(house.payload, 'transcripts', here())
    expect(transcripts.map(({ current }) => current).sort()).toEqual([false, true])
    const [placement] = await rowsOf(house.payload, 'placements', { article: { equals: after.id } })
    expect(placement).toMatchObject({
      order: 2,
      startLine: 6,
      transcript: transcripts.find(({ current }) => current)!.id,
    })
    expect(after.stage).toBe('draft')
    expect((await rowsOf(house.payload, 'review-slips', { article: { equals: after.id } }))[0]!.rev).toBe(2)
  })

  it('never overwrites what a person edited: both texts are kept and the article carries a doubt', async () => {
    await read({ 'p1.txt': page(bridge, library) })
    const edited = await called('新桥')
    const saved = await people.editor.patch(`/api/articles/${edited.id}`, { headline: '新桥通车了', rev: 1 })
    expect(saved.status).toBe(200)
    const report = await read({ 'p1.txt': page(altered(bridge), altered(library)) })
    expect(report.counts).toMatchObject({ updated: 1, kept: 1, removed: 0 })
    expect(codes(report)).toContain('article.sourceChanged')
    const after = await called('新桥通车了')
    expect(after.id).toBe(edited.id)
    expect(textOf(after.body)).not.toContain('继续完善')
    expect(after.doubts.map(({ code }: { code: string }) => code)).toContain('article.sourceChanged')
    const [current] = await rowsOf(house.payload, 'transcripts', {
      and: [here(), { current: { equals: true } }],
    })
    expect(current!.text).toContain('继续完善')
    // The person goes on working on it; the doubt was no new revision.
    expect(
      (await people.editor.patch(`/api/articles/${edited.id}`, { headline: '新桥真的通车了', rev: 2 }))
        .status,
    ).toBe(200)
  })

  it('keeps an edited article that is gone from its source', async () => {
    await read({ 'p1.txt': page(bridge, library, market) })
    const edited = await called('图书馆')
    await people.editor.patch(`/api/articles/${edited.id}`, { headline: '图书馆晚上也开门', rev: 1 })
    const report = await read({ 'p1.txt': page(bridge, market) })
    expect(report.counts).toMatchObject({ kept: 1, removed: 0, updated: 0 })
    expect(codes(report)).toContain('article.sourceGone')
    expect(await called('图书馆晚上')).toBeTruthy()
  })

  it('never touches a published article', async () => {
    await read({ 'p1.txt': page(bridge) })
    const { id } = await called('新桥')
    await makeReady(people, id)
    const [issue] = await rowsOf(house.payload, 'issues', here())
    await bringOut(people, issue!.id)
    const before = await house.payload.findByID({ collection: 'articles', id, depth: 0 })
    const [placement] = await rowsOf(house.payload, 'placements', { article: { equals: id } })
    const report = await read({ 'p1.txt': page(library, altered(bridge)) })
    expect(report.counts).toMatchObject({ created: 1, updated: 0, kept: 1 })
    expect(await house.payload.findByID({ collection: 'articles', id, depth: 0 })).toEqual(before)
    expect(await rowsOf(house.payload, 'placements', { article: { equals: id } })).toEqual([placement])
  })

  it('joins a jump to one article with two placements, in one run and in two', async () => {
    const both = { 'p1.txt': page(brokenOff, bridge), 'p4.txt': page(goesOn, library) }
    const oneRun = await read(both)
    expect(oneRun.counts).toMatchObject({ jumpsJoined: 1, jumpsOpen: 0 })
    const joined = await called('护林队')
    const text = textOf(joined.body)
    expect(text).toContain('在山里的小屋过夜，第二天再接着往前走')
    expect(joined.doubts.map(({ code }: { code: string }) => code)).not.toContain('article.jumpOpen')
    expect(await articles()).toHaveLength(3)
    const placements = await rowsOf(house.payload, 'placements', { article: { equals: joined.id } })
    expect(placements.map(({ jump, jumpPage }) => [jump, jumpPage]).sort()).toEqual([
      ['in', '1'],
      ['out', '4'],
    ])
    const counts = await countRows(house.payload)
    expect(await read(both)).toMatchObject({
      run: null,
      counts: { unchangedPages: 2, jumpsJoined: 0, jumpsOpen: 0 },
    })
    expect(await countRows(house.payload)).toEqual(counts)

    paper += 1
    const first = await read({ 'p1.txt': both['p1.txt'] })
    expect(first.counts).toMatchObject({ jumpsJoined: 0, jumpsOpen: 1 })
    expect((await called('护林队')).doubts.map(({ code }: { code: string }) => code)).toContain(
      'article.jumpOpen',
    )
    const second = await read({ 'p4.txt': both['p4.txt'] })
    expect(second.counts).toMatchObject({ jumpsJoined: 1, jumpsOpen: 0 })
    const later = await called('护林队')
    expect(textOf(later.body)).toBe(text)
    expect(later.importedHash).toMatch(/^[0-9a-f]{64}$/)

    // A correction on one page reaches the joined article, and leaves it joined.
    const corrected = await read({ 'p4.txt': both['p4.txt'].replace('鸟也多了起来', '鸟也回来了') })
    expect(corrected.counts).toMatchObject({ updated: 1, removed: 0, created: 0, jumpsOpen: 0 })
    expect(textOf((await called('护林队')).body)).toBe(text.replace('鸟也多了起来', '鸟也回来了'))

    // Taking the second page back leaves the first half, open again.
    const rolled = await command(house.payload, ['--rollback', corrected.run!])
    expect(rolled.code).toBe(0)
    expect(textOf((await called('护林队')).body)).toBe(text)
    expect((await command(house.payload, ['--rollback', second.run!])).code).toBe(0)
    const half = await called('护林队')
    expect(textOf(half.body)).not.toContain('第二天再接着往前走')
    expect(half.doubts.map(({ code }: { code: string }) => code)).toContain('article.jumpOpen')
    expect(await rowsOf(house.payload, 'placements', { article: { equals: half.id } })).toHaveLength(1)
  })

  it('shows on a dry run which jumps would be joined, to pages of this run and of an earlier one', async () => {
    const both = { 'p1.txt': page(brokenOff, bridge), 'p4.txt': page(goesOn, library) }
    const preview = (files: Record<string, string>) =>
      importInto(house.payload, { sources: [folderOf(files)], ...into(), dryRun: true })
    const empty = await countRows(house.payload)
    const together = await preview(both)
    expect(together).toMatchObject({ run: null, counts: { created: 4, jumpsJoined: 1, jumpsOpen: 0 } })
    expect(together.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'article.jumpJoined',
        params: { from: '1', to: '4', headline: '护林队二十年守青山' },
        place: expect.objectContaining({ line: 5 }),
      }),
    )
    expect(await countRows(house.payload)).toEqual(empty)

    await read({ 'p1.txt': both['p1.txt'] })
    const half = await countRows(house.payload)
    const later = await preview({ 'p4.txt': both['p4.txt'] })
    expect(later.counts).toMatchObject({ newPages: 1, created: 2, jumpsJoined: 1, jumpsOpen: 0 })
    expect(await countRows(house.payload)).toEqual(half)
    expect(textOf((await called('护林队')).body)).not.toContain('第二天再接着往前走')
    // What was shown is what then happens.
    const real = await read({ 'p4.txt': both['p4.txt'] })
    expect(real.counts).toEqual(later.counts)
  })

  it('joins a jump that only a corrected transcript names', async () => {
    await read({ 'p1.txt': page(brokenOff.slice(0, -1)), 'p4.txt': page(goesOn) })
    const report = await read({ 'p1.txt': page(brokenOff) })
    expect(report.counts).toMatchObject({ updated: 1, jumpsJoined: 1, jumpsOpen: 0 })
    expect(await articles()).toHaveLength(1)
  })

  it('does not join a jump to what a person edited, but lists it', async () => {
    await read({ 'p1.txt': page(brokenOff) })
    const { id } = await called('护林队')
    await people.editor.patch(`/api/articles/${id}`, { headline: '护林队守青山', rev: 1 })
    const report = await read({ 'p4.txt': page(goesOn) })
    expect(report.counts).toMatchObject({ jumpsJoined: 0, jumpsOpen: 2 })
    expect(await articles()).toHaveLength(2)
  })

  it('takes a run back: everything it made, authors that are left with nothing, and then it can be imported again', async () => {
    await read({ 'p1.txt': page(bridge) })
    const before = await countRows(house.payload)
    const texts = (await articles()).map(({ id, body }) => [id, textOf(body)])
    const folder = folderOf({ 'p1.txt': page(altered(bridge), library), 'p2.txt': page(market, brokenOff) })
    const { run } = await importInto(house.payload, { sources: [folder], ...into() })
    const { code, out } = await command(house.payload, ['--rollback', run!])
    expect(code, out).toBe(0)
    // The run's own row stays and says what became of it; the first article has lived through two more versions.
    const after = await countRows(house.payload)
    expect(after).toEqual({
      ...before,
      'import-runs': before['import-runs']! + 1,
      versions: before.versions! + 2,
    })
    expect((await articles()).map(({ id, body }) => [id, textOf(body)])).toEqual(texts)
    expect((await rowsOf(house.payload, 'import-runs', { id: { equals: run } }))[0]!.status).toBe(
      'rolledBack',
    )
    const again = await importInto(house.payload, { sources: [folder], ...into() })
    expect(again.counts).toMatchObject({ changedPages: 1, newPages: 1, created: 3, updated: 1 })
  })

  it('spares on taking back what a person has edited, and says so', async () => {
    const { run } = await read({ 'p1.txt': page(bridge, library) })
    const { id } = await called('新桥')
    await people.editor.patch(`/api/articles/${id}`, { headline: '新桥今晨通车', rev: 1 })
    const { err } = await command(house.payload, ['--rollback', run!])
    expect(err).toContain('run.articleKept')
    expect(err).toContain('新桥今晨通车')
    expect((await articles()).map(({ title }) => title)).toEqual(['新桥今晨通车'])
    expect((await rowsOf(house.payload, 'authors', here())).map((author) => author.name)).toEqual(['林小满'])
    // What was taken back comes again; what was spared does not come twice.
    await read({ 'p1.txt': page(bridge, library) })
    expect((await articles()).map(({ title }) => title).sort()).toEqual([
      '图书馆延长夜间开放',
      '新桥今晨通车',
    ])
  })

  it('says that there is no such run', async () => {
    const { code, err } = await command(house.payload, ['--rollback', 'aaaaaaaaaaaa'])
    expect(code).toBe(1)
    expect(err).toContain('aaaaaaaaaaaa')
  })
})
