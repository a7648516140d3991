import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makePage } from '../../bench/newspaper.ts'
import { boot, type Booted } from '../boot.ts'
import { command, countRows, drafts, folderOf, importInto, rowsOf, textOf } from '../importing.ts'

const seeds = path.resolve('../shared/transcripts/seeds')

describe('importing pages', () => {
  let house: Booted
  beforeAll(async () => {
    house = await boot()
  })
  afterAll(() => house.stop())

  const into = (name: string) => ({ publication: name, createPublication: true, date: '2024-03-05' })

  it('makes drafts with everything that says where they come from', async () => {
    const folder = folderOf({ 'p02.txt': makePage(1, { articles: 3 }) })
    const report = await importInto(house.payload, { sources: [folder], ...into('初版日报') })
    expect(report).toMatchObject({
      result: 'success',
      stopped: false,
      counts: { pages: 1, created: 3, errors: 0 },
    })

    const [publication] = await rowsOf(house.payload, 'publications', { name: { equals: '初版日报' } })
    const [issue] = await rowsOf(house.payload, 'issues', { publication: { equals: publication!.id } })
    expect(issue).toMatchObject({ date: '2024-03-05T12:00:00.000Z', edition: 'main', public: false })
    const [page] = await rowsOf(house.payload, 'pages', { issue: { equals: issue!.id } })
    expect(page).toMatchObject({ number: '2', sequence: 2, title: '第2版' })
    const [transcript] = await rowsOf(house.payload, 'transcripts', { page: { equals: page!.id } })
    expect(transcript).toMatchObject({ encoding: 'utf-8', current: true, importRun: report.run })
    expect(transcript!.text).toBe(makePage(1, { articles: 3 }))
    expect(transcript!.sha256).toMatch(/^[0-9a-f]{64}$/)

    const placements = await rowsOf(house.payload, 'placements', { page: { equals: page!.id } })
    expect(placements.map(({ order }) => order).sort()).toEqual([1, 2, 3])
    const articles = await drafts(house.payload, { publication: { equals: publication!.id } })
    for (const article of articles) {
      const placement = placements.find((one) => one.article === article.id)!
      const lines = transcript!.text.split('\n').slice(placement.startLine - 1, placement.endLine)
      expect(lines[0]).toBe(article.headline)
      expect(article).toMatchObject({ _status: 'draft', title: article.headline, stage: 'draft' })
      expect(article.authors).toHaveLength(1)
      expect(lines.join('\n')).toContain(textOf(article.body).split('\n').at(-1))
    }
    const [run] = await rowsOf(house.payload, 'import-runs', { id: { equals: report.run } })
    expect(run).toMatchObject({ status: 'success', counts: { created: 3 }, sources: [folder] })
  })

  it('changes nothing when the same is imported again, in whatever encoding', async () => {
    const text = makePage(2, { articles: 4 })
    const utf8 = folderOf({ '第3版.txt': text })
    await importInto(house.payload, { sources: [utf8], ...into('再版日报') })
    const before = await countRows(house.payload)
    const withMark = folderOf({ '第3版.txt': `\ufeff${text.replaceAll('\n', '\r\n')}` })
    for (const folder of [utf8, withMark, folderOf({ '第3版.txt': gb18030(text) })]) {
      const report = await importInto(house.payload, { sources: [folder], ...into('再版日报') })
      expect(report).toMatchObject({
        result: 'success',
        run: null,
        counts: { unchangedPages: 1, created: 0 },
      })
    }
    expect(await countRows(house.payload)).toEqual(before)
  })

  it('leaves rows that no one can tell from those Payload makes itself', async () => {
    const { payload } = house
    await importInto(payload, {
      sources: [folderOf({ 'p1.txt': makePage(5, { articles: 1 }) })],
      ...into('同版日报'),
    })
    const [imported] = await drafts(payload, { 'publication.name': { equals: '同版日报' } })
    const raw = await payload.findByID({ collection: 'articles', id: imported!.id, depth: 0, draft: true })
    const { id: _id, slip: _slip, createdAt: _c, updatedAt: _u, ...data } = raw as Record<string, any>
    const made = await payload.create({ collection: 'articles', data: data as never, draft: true })

    const shapeOf = async (id: string) => {
      const row = await payload.findByID({ collection: 'articles', id, depth: 0 })
      const { docs } = await payload.findVersions({
        collection: 'articles',
        where: { parent: { equals: id } },
        depth: 0,
      })
      return normalise({ row, versions: docs }, id)
    }
    expect(await shapeOf(imported!.id)).toEqual(await shapeOf(String(made.id)))
    // And what a person then does with it works alike.
    await payload.db.updateOne({
      collection: 'authors',
      where: { id: { equals: raw.authors[0] } },
      data: { note: '' },
    })
    expect(
      (await payload.count({ collection: 'articles', where: { authors: { equals: raw.authors[0] } } }))
        .totalDocs,
    ).toBe(2)
  })

  it('writes nothing on a dry run, and says what it would do', async () => {
    const folder = folderOf({ 'p1.txt': makePage(3, { articles: 2 }) })
    const before = await countRows(house.payload)
    const report = await importInto(house.payload, { sources: [folder], ...into('空版日报'), dryRun: true })
    expect(report).toMatchObject({ result: 'success', run: null, counts: { newPages: 1, created: 2 } })
    expect(await countRows(house.payload)).toEqual(before)
  })

  it('shows a bar on a terminal, as wide as it has room, and nowhere else', async () => {
    const folder = folderOf({
      'p1.txt': makePage(31, { articles: 1 }),
      'p2.txt': makePage(32, { articles: 1 }),
    })
    const argv = [
      folder,
      '--publication',
      '条版日报',
      '--create-publication',
      '--date',
      '2024-03-05',
      '--dry-run',
    ]
    const wide = await command(house.payload, argv, { liveWidth: 80 })
    const bars = (err: string): string[] => err.split('\r').filter((text) => /[█░]/.test(text))
    expect(bars(wide.err)[0]).toBe(`Reading 0/2 ${'░'.repeat(24)}`)
    expect(bars(wide.err)).toContain(`Reading 2/2 ${'█'.repeat(24)}`)
    expect(bars(wide.err)).toContain(`Writing 2/2 ${'█'.repeat(24)}`)
    // The last one is taken off the screen before the results end.
    expect(wide.err.slice(wide.err.lastIndexOf('█') + 1)).toMatch(/^\r +\r/)
    expect(wide.out).not.toMatch(/[█░\r]/)
    const narrow = await command(house.payload, argv, { liveWidth: 20 })
    expect(bars(narrow.err)).toContain(`Writing 2/2 ${'█'.repeat(7)}`)
    for (const context of [{}, { liveWidth: 80 }]) {
      const json = 'liveWidth' in context ? ['--json'] : []
      const plain = await command(house.payload, [...argv, ...json], context)
      expect([plain.out, plain.err].join()).not.toMatch(/[█░\r]/)
    }
  })

  it('makes everything once when two imports of the same run at once', async () => {
    const folder = folderOf({
      'p1.txt': makePage(7, { articles: 3 }),
      'p2.txt': makePage(8, { articles: 3 }),
    })
    await importInto(house.payload, {
      sources: [folderOf({ 'p9.txt': makePage(9, { articles: 1 }) })],
      ...into('并版日报'),
    })
    const reports = await Promise.all(
      [1, 2].map(() => importInto(house.payload, { sources: [folder], ...into('并版日报') })),
    )
    expect(reports.reduce((sum, { counts }) => sum + counts.created, 0)).toBe(6)
    expect(await drafts(house.payload, { 'publication.name': { equals: '并版日报' } })).toHaveLength(7)
    const authors = await rowsOf(house.payload, 'authors', { 'publication.name': { equals: '并版日报' } })
    expect(new Set(authors.map(({ name }) => name)).size).toBe(authors.length)
  })

  it('goes on where it was stopped', async () => {
    const pages = Object.fromEntries(
      [1, 2, 3].map((page) => [`p0${page}.txt`, makePage(page + 20, { articles: 2 })]),
    )
    const folder = folderOf(pages)
    const stop = new AbortController()
    const first = await importInto(
      house.payload,
      { sources: [folder], ...into('续版日报') },
      { signal: stop.signal, onPage: () => stop.abort() },
    )
    expect(first).toMatchObject({ result: 'partial', stopped: true, counts: { newPages: 1, created: 2 } })
    expect((await rowsOf(house.payload, 'import-runs', { id: { equals: first.run } }))[0]!.status).toBe(
      'partial',
    )
    const second = await importInto(house.payload, { sources: [folder], ...into('续版日报') })
    expect(second).toMatchObject({
      result: 'success',
      counts: { newPages: 2, unchangedPages: 1, created: 4 },
    })
  })

  it('imports the others when one file is bad, and says which', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    const folder = folderOf({ 'p1.txt': makePage(30, { articles: 2 }), 'p2.txt': png, 'p3.txt': ' \n' })
    const report = await importInto(house.payload, { sources: [folder], ...into('半版日报') })
    expect(report).toMatchObject({ result: 'partial', counts: { created: 2, errors: 2 } })
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, place }) => [code, path.basename(place!.file!)])).toEqual([
      ['input.notText', 'p2.txt'],
      ['input.empty', 'p3.txt'],
    ])
  })

  it('refuses what cannot be meant with one message and the right code, and leaves the database as it was', async () => {
    const good = folderOf({ 'p1.txt': makePage(31, { articles: 1 }) })
    const line = folderOf({ 'p1.txt': `${'长'.repeat(2_000_000)}\n` })
    const huge = folderOf({ 'p1.txt': Buffer.alloc(50 * 1024 * 1024, 0x61) })
    const png = folderOf({ 'page.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]) })
    const paper = ['--publication', '初版日报']
    const cases: [argv: string[], code: number, says: string][] = [
      [[png, ...paper, '--date', '2024-03-06'], 1, 'input.notText'],
      [[folderOf({ 'p1.txt': '' }), ...paper, '--date', '2024-03-06'], 1, 'input.empty'],
      [[line, ...paper, '--date', '2024-03-06'], 1, 'input.lineTooLong'],
      [[huge, ...paper, '--date', '2024-03-06'], 1, 'input.tooLarge'],
      [[path.join(good, 'nowhere.txt'), ...paper, '--date', '2024-03-06'], 1, 'input.missing'],
      [[good, '--publication', '无此日报', '--date', '2024-03-06'], 1, 'publication.unknown'],
      [[good, ...paper], 1, 'issue.date'],
      [[good, ...paper, '--date', '2024-02-30'], 2, '--date'],
      [[good, ...paper, '--date', '2024-03-06', '--pages', '1,2'], 1, 'page.countDiffers'],
      [[good, ...paper, '--date', '2024-03-06', '--pages', '1,1'], 2, '--pages'],
      [[good, ...paper, '--dat', '2024-03-06'], 2, '--dat'],
      [['--publication', '初版日报'], 2, 'file or folder'],
    ]
    const before = await countRows(house.payload)
    for (const [argv, code, says] of cases) {
      const ran = await command(house.payload, argv)
      expect(ran.code, `${argv.join(' ')}\n${ran.err}`).toBe(code)
      expect(
        ran.err.split('\n').filter((text) => text.includes(says)),
        ran.err,
      ).toHaveLength(1)
    }
    expect(await countRows(house.payload)).toEqual(before)
  })

  it('lists the publications there are when one is unknown', async () => {
    const folder = folderOf({ 'p1.txt': makePage(31, { articles: 1 }) })
    const { err } = await command(house.payload, [
      folder,
      '--publication',
      '无此日报',
      '--date',
      '2024-03-06',
    ])
    expect(err).toContain('初版日报')
    expect(err).toContain('--create-publication')
  })

  it('prints the JSON of the pages and nothing else', async () => {
    const folder = folderOf({ 'p1.txt': makePage(33, { articles: 2 }) })
    const argv = [folder, '--publication', '初版日报', '--date', '2024-03-07', '--json']
    const { code, out } = await command(house.payload, argv)
    expect(code).toBe(0)
    const printed = JSON.parse(out)
    expect(Object.keys(printed)).toEqual(['pages'])
    expect(printed.pages[0]).toMatchObject({ file: path.join(folder, 'p1.txt'), page: 1 })
    expect(printed.pages[0].articles[0]).toMatchObject({
      startLine: 1,
      truncated: false,
      jumpTo: null,
      joins: [],
    })
    expect(printed.pages[0].articles[0].authors).toHaveLength(1)
  })

  it('asks for a date that the text suggests, and takes the answer', async () => {
    const text = `第1版 2024年5月6日 星期一 河畔日报\n\n${makePage(34, { articles: 2 })}`
    const folder = folderOf({ 'a.txt': text })
    const refused = await command(house.payload, [folder, '--publication', '初版日报'])
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.err).toContain('2024-05-06')
    const questions: string[] = []
    const asked = await command(house.payload, [folder, '--publication', '初版日报'], {
      ask: async (question) => (questions.push(question), questions.length === 1 ? 'soon' : ''),
    })
    expect(asked.code).toBe(0)
    expect(questions).toHaveLength(2)
    const issues = await rowsOf(house.payload, 'issues', { date: { equals: '2024-05-06T12:00:00.000Z' } })
    expect(issues).toHaveLength(1)
  })

  it.runIf(existsSync(seeds))('reads the two seed pages as an editor would', async () => {
    const argv = [seeds, '--publication', '太原日报', '--create-publication', '--date', '2021-10-09']
    expect((await command(house.payload, argv)).code).toBe(0)
    const of = { 'publication.name': { equals: '太原日报' } }
    const [issue, ...otherIssues] = await rowsOf(house.payload, 'issues', of)
    expect(otherIssues).toEqual([])
    const pages = await rowsOf(house.payload, 'pages', { issue: { equals: issue!.id } })
    expect(pages.map(({ number }) => number).sort()).toEqual(['1', '3'])
    expect(await drafts(house.payload, of)).toHaveLength(9)
    const authors = await rowsOf(house.payload, 'authors', of)
    expect(authors.map(({ name }) => name).sort()).toEqual(
      ['丁洁', '任晓明', '孙耀星', '张勇', '李俊华', '梁涛', '汲建莉', '王春宇', '罗清宇', '陈剑'].sort(),
    )
    const again = await command(house.payload, argv)
    expect(again.out).toContain('No change')
  })
})

/** Two-byte GB18030 of the characters that the test pages use, by asking the decoder for every code. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.from([lead, trail])), [lead, trail])
    }
  }
  return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]))
}

/** Without what is different in any two documents. */
function normalise(value: unknown, id: string): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (['createdAt', 'updatedAt', 'slip'].includes(key)) return typeof inner
    // Where it stands is the page's matter.
    if (key === 'placements') return undefined
    if (key === 'id' && inner !== id) return typeof inner
    return inner
  })
  return JSON.parse(text.replaceAll(id, 'ID'))
}
