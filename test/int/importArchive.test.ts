import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makePage } from '../../bench/newspaper.ts'
import { boot, type Booted } from '../boot.ts'
import { command, countRows, drafts, folderOf, rowsOf } from '../importing.ts'
import { zipOf } from '../zipOf.ts'

const manifest = (paper: string): string =>
  [
    `publication: { name: ${paper}, slug: zip-${paper.length} }`,
    'date: 2024-03-05',
    'edition: late',
    'pages:',
    "  - { file: pages/要闻.txt, number: '1', name: 要闻 }",
    "  - { file: pages/b.txt, number: '2', name: 副刊 }",
    '',
  ].join('\n')

describe('importing a ZIP archive', () => {
  let house: Booted
  beforeAll(async () => {
    house = await boot()
  })
  afterAll(() => house.stop())

  const archiveOf = (files: Parameters<typeof zipOf>[0]): string =>
    path.join(folderOf({ 'issue.zip': zipOf(files) }), 'issue.zip')

  it('becomes the issue that its issue.yaml describes, as the same files in a folder would', async () => {
    const texts = [makePage(41, { articles: 3 }), makePage(42, { articles: 2 })]
    const archive = archiveOf([
      { name: 'issue.yaml', content: manifest('归档日报') },
      { name: 'pages/要闻.txt', content: texts[0]! },
      { name: 'pages/b.txt', content: texts[1]! },
      { name: 'pages/notes.md', content: 'not a page' },
    ])
    const ran = await command(house.payload, [archive, '--create-publication'])
    expect(ran.code, ran.err).toBe(0)
    const [issue] = await rowsOf(house.payload, 'issues', { edition: { equals: 'late' } })
    expect(issue).toMatchObject({ date: '2024-03-05T12:00:00.000Z' })
    const pages = await rowsOf(house.payload, 'pages', { issue: { equals: issue!.id } })
    expect(pages.map(({ number, name }) => [number, name]).sort()).toEqual([
      ['1', '要闻'],
      ['2', '副刊'],
    ])
    const transcripts = await rowsOf(house.payload, 'transcripts', { issue: { equals: issue!.id } })
    expect(transcripts.map(({ text }) => text).sort()).toEqual([...texts].sort())
    expect(transcripts.map(({ fileName }) => fileName).sort()).toEqual([
      `${archive}/pages/b.txt`,
      `${archive}/pages/要闻.txt`,
    ])
    expect(await drafts(house.payload, { 'publication.name': { equals: '归档日报' } })).toHaveLength(5)

    const before = await countRows(house.payload)
    const folder = folderOf({
      'issue.yaml': manifest('归档日报'),
      'pages/要闻.txt': texts[0]!,
      'pages/b.txt': texts[1]!,
    })
    expect((await command(house.payload, [folder])).out).toContain('No change')
    expect(await countRows(house.payload)).toEqual(before)
  })

  it('is refused whole when a name climbs out of it or an entry would burst, and writes nothing anywhere', async () => {
    const text = makePage(43, { articles: 1 })
    const good = [
      { name: 'issue.yaml', content: manifest('越界日报') },
      { name: 'pages/要闻.txt', content: text },
    ]
    const outside = folderOf({ 'inner/x.txt': text })
    const bad = {
      climbs: { name: '../escaped.txt', content: text },
      'climbs inside': { name: 'pages/../../escaped.txt', content: text },
      rooted: { name: path.join(outside, 'escaped.txt'), content: text },
      backslashes: { name: '..\\escaped.txt', content: text },
      bomb: { name: 'pages/b.txt', content: Buffer.alloc(8_000_000, 0x61) },
    }
    const before = await countRows(house.payload)
    for (const [what, entry] of Object.entries(bad)) {
      const archive = archiveOf([...good, entry])
      const ran = await command(house.payload, [archive, '--create-publication'])
      expect([ran.code, ran.err.match(/zip\.refused/g)?.length], what).toEqual([1, 1])
      expect(readdirSync(path.dirname(archive)), what).toEqual(['issue.zip'])
      expect(readdirSync(path.dirname(path.dirname(archive))), what).not.toContain('escaped.txt')
    }
    expect(readdirSync(outside)).toEqual(['inner'])
    expect(await countRows(house.payload)).toEqual(before)
  })

  it('leaves out an entry that is larger than the archive claims, and imports the rest', async () => {
    const bytes = 'a'.repeat(3_000_000)
    const archive = archiveOf([
      { name: 'issue.yaml', content: manifest('虚报日报社') },
      { name: 'pages/要闻.txt', content: makePage(44, { articles: 2 }) },
      { name: 'pages/b.txt', content: bytes, claims: { size: 30_000 } },
    ])
    const ran = await command(house.payload, [archive, '--create-publication'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('input.unreadable')
    expect(await drafts(house.payload, { 'publication.name': { equals: '虚报日报社' } })).toHaveLength(2)
  })

  it('reaches no file that its manifest names outside of it', async () => {
    const outside = folderOf({ 'secret.txt': makePage(45, { articles: 1 }) })
    const climbing = manifest('指外日报社们').replace(
      'pages/b.txt',
      `${'../'.repeat(9)}${outside}/secret.txt`,
    )
    const archive = archiveOf([
      { name: 'issue.yaml', content: climbing },
      { name: 'pages/要闻.txt', content: makePage(46, { articles: 1 }) },
    ])
    const ran = await command(house.payload, [archive, '--create-publication'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('input.missing')
    expect(await drafts(house.payload, { 'publication.name': { equals: '指外日报社们' } })).toHaveLength(1)
  })
})
