import fc from 'fast-check'
import { mkdtempSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

import { readPage } from '../../../src/core/transcript/index.ts'
import { decodeText, largestFile, longestLine } from '../../../src/importer/sources/decodeText.ts'
import { listSources } from '../../../src/importer/sources/listSources.ts'
import { readManifest } from '../../../src/importer/sources/readManifest.ts'
import { readSource } from '../../../src/importer/sources/readSource.ts'
import { splitPages } from '../../../src/importer/sources/splitPages.ts'
import { zipOf } from '../../zipOf.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-sources-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return folder
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a mark, GB18030 and UTF-16 to the same text', () => {
    const text = '新桥通车。\n两岸'
    // 新桥通车。 \n 两岸 in GB18030
    const gb = bytes(0xd0, 0xc2, 0xc7, 0xc5, 0xcd, 0xa8, 0xb3, 0xb5, 0xa1, 0xa3, 0x0a, 0xc1, 0xbd, 0xb0, 0xb6)
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect(decodeText(utf8(text), 'f')).toMatchObject({ text, encoding: 'utf-8', diagnostics: [] })
    expect(decodeText(utf8(`\ufeff${text}`), 'f')).toMatchObject({ text, encoding: 'utf-8' })
    expect(decodeText(gb, 'f')).toMatchObject({ text, encoding: 'gb18030', diagnostics: [] })
    expect(decodeText(utf16, 'f')).toMatchObject({ text, encoding: 'utf-16le' })
    expect(decodeText(utf8(text.replace('\n', '\r\n')), 'f')).toMatchObject({ text })
  })

  it('reads a text with a few broken bytes and says how many', () => {
    const broken = Buffer.concat([utf8('新桥通车，两岸往来方便。'.repeat(100)), bytes(0xff), utf8('完。')])
    expect(decodeText(broken, 'f')).toMatchObject({
      encoding: 'utf-8',
      diagnostics: [{ code: 'input.encoding', params: { count: 1 } }],
    })
  })

  it('refuses by content what is no text, whatever it is called', () => {
    const cases: [string, Uint8Array][] = [
      ['input.notText', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10)],
      ['input.notText', utf8('%PDF-1.7 …')],
      ['input.notText', bytes(1, 2, 3, 4, 5, 0, 7, 8)],
      ['input.notText', Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 256)],
      ['input.empty', utf8('')],
      ['input.empty', utf8('\ufeff \n\t\n')],
      ['input.lineTooLong', utf8(`短\n${'长'.repeat(longestLine + 1)}`)],
      ['input.tooLarge', new Uint8Array(largestFile + 1)],
    ]
    for (const [code, content] of cases) expect(decodeText(content, 'page.txt'), code).toMatchObject({ code })
    expect(decodeText(utf8(`短\n${'长'.repeat(longestLine + 1)}`), 'f')).toMatchObject({ place: { line: 2 } })
  })

  it('gives a text or an error for any bytes, and the text can be read as a page', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map(utf8),
      fc.array(fc.integer({ min: 0x81, max: 0xfe }), { maxLength: 200 }).map((codes) => bytes(...codes)),
    )
    fc.assert(
      fc.property(anything, (content) => {
        const decoded = decodeText(content, 'f')
        if ('code' in decoded) return decoded.severity === 'error'
        const { lines } = readPage(decoded.text)
        return lines.length === decoded.text.split('\n').length
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)
})

describe('splitPages', () => {
  const body = ['新桥通车', '昨天上午，新桥通车。', '两岸居民往来方便。']
  const folio = (page: number) => `第${page}版 2024年3月5日 星期二 河畔日报`

  it('parts a file at folio lines that stand at the head of each page', () => {
    const text = [folio(1), ...body, '', folio(2), ...body].join('\n')
    expect(splitPages(text).map(({ linesBefore }) => linesBefore)).toEqual([0, 5])
    expect(
      splitPages(text)
        .map((part) => part.text)
        .join('\n'),
    ).toBe(text)
  })

  it('parts it after folio lines that stand at the foot', () => {
    const text = [...body, folio(1), ...body, folio(2)].join('\n')
    expect(splitPages(text).map(({ linesBefore }) => linesBefore)).toEqual([0, 4])
  })

  it('leaves a page whole that names its number at head and foot, or others in its text', () => {
    const twice = [folio(3), ...body, folio(3)].join('\n')
    expect(splitPages(twice)).toEqual([{ text: twice, linesBefore: 0 }])
    const index = [folio(1), '第2版 要闻', '第3版 体育', ...body].join('\n')
    expect(splitPages(index)).toHaveLength(1)
    expect(splitPages('只有一行')).toHaveLength(1)
  })
})

describe('readManifest', () => {
  it('reads names, numbers and dates as they are written', () => {
    const text =
      'publication: { name: 河畔日报, slug: riverside }\ndate: 2024-03-05\nnumber: 0716\npages:\n  - file: a.txt\n    number: 01\n    name: 要闻\n  - b.txt\n'
    expect(readManifest(text, 'issue.yaml')).toEqual({
      publication: { name: '河畔日报', slug: 'riverside' },
      date: '2024-03-05',
      number: '0716',
      pages: [{ file: 'a.txt', number: '1', name: '要闻' }, { file: 'b.txt' }],
    })
  })

  it('names what is wrong with it', () => {
    const key = (text: string) => (readManifest(text, 'm') as { params?: { key?: string } }).params?.key
    expect(key('dat: 2024-03-05')).toBe('dat')
    expect(key('date: 2024-02-30')).toBe('date')
    expect(key('pages:\n  - number: 1')).toBe('pages[0]')
    expect(key('pages:\n  - { file: a.txt, number: first }')).toBe('pages[0]')
    expect(key('pages: [a.txt, a.txt]')).toBe('pages[1].file')
    expect(key('publication: []')).toBe('publication')
    expect(readManifest('a: [', 'm')).toMatchObject({ code: 'manifest.notYaml', place: { line: 1 } })
  })
})

describe('listSources', () => {
  const text = '新桥通车\n\n昨天上午，新桥通车。\n'

  it('finds issues by their manifests, also in folders of folders, and pages in natural order', async () => {
    const folder = folderOf({
      'a/issue.yaml':
        'date: 2024-03-05\npages:\n  - { file: front.txt, number: 1, name: 要闻 }\n  - { file: gone.txt }\n',
      'a/front.txt': text,
      'b/issue.yaml': 'date: 2024-03-06\n',
      'b/p10.txt': text,
      'b/p9.txt': text,
      'b/notes.md': 'not a transcript',
      'c/p1.txt': text,
    })
    const { issues, diagnostics } = await listSources([folder])
    expect(issues.map(({ date, files }) => [date, files.map(({ name }) => path.basename(name))])).toEqual([
      ['2024-03-05', ['front.txt']],
      ['2024-03-06', ['p9.txt', 'p10.txt']],
    ])
    expect(issues[0]!.files[0]).toMatchObject({ page: '1', pageName: '要闻' })
    expect(diagnostics).toMatchObject([{ code: 'input.missing', params: { file: 'gone.txt' } }])
  })

  it('takes files by name whatever their ending, and says what is not there', async () => {
    const folder = folderOf({ 'page.dat': text })
    const { issues, diagnostics } = await listSources([
      path.join(folder, 'page.dat'),
      path.join(folder, 'no.txt'),
    ])
    expect(issues[0]!.files).toHaveLength(1)
    expect(diagnostics).toMatchObject([{ code: 'input.missing' }])
    expect((await listSources([folderOf({ 'readme.md': '' })])).diagnostics).toMatchObject([
      { code: 'input.nothing' },
    ])
  })

  it('does not let a manifest reach out of its folder, nor follow links in circles', async () => {
    const folder = folderOf({ 'in/issue.yaml': 'pages: [../out.txt, /etc/hostname]', 'out.txt': text })
    symlinkSync(folder, path.join(folder, 'in', 'round'))
    const { issues, diagnostics } = await listSources([path.join(folder, 'in')])
    expect(issues[0]!.files).toEqual([])
    expect(diagnostics.map(({ code }) => code)).toEqual(['input.missing', 'input.missing'])
  })

  it('reads a ZIP of an issue, with names in UTF-8 and in GB18030', async () => {
    const gbk = bytes(0xd2, 0xaa, 0xce, 0xc5, 0x2e, 0x74, 0x78, 0x74) // 要闻.txt
    const archive = zipOf([
      { name: '一期/issue.yaml', content: 'date: 2024-03-05\npages: [头版.txt]\n' },
      { name: '一期/头版.txt', content: text },
    ])
    const folder = folderOf({ 'issue.zip': archive, 'old.zip': zipOf([{ name: gbk, content: text }]) })
    const { issues } = await listSources([path.join(folder, 'issue.zip')])
    expect(issues).toMatchObject([{ date: '2024-03-05' }])
    expect(await readSource(issues[0]!.files[0]!)).toMatchObject({ text, encoding: 'utf-8' })
    const old = await listSources([path.join(folder, 'old.zip')])
    expect(old.issues[0]!.files[0]!.name).toMatch(/old\.zip\/要闻\.txt$/)
  })

  it('refuses archives with names that climb, or that burst', async () => {
    const bomb = zipOf([{ name: 'p1.txt', content: Buffer.alloc(6_000_000, 0x61) }])
    const cases = {
      'climbs.zip': zipOf([{ name: '../p1.txt', content: text }]),
      'inner.zip': zipOf([{ name: 'a/../../p1.txt', content: text }]),
      'rooted.zip': zipOf([{ name: '/p1.txt', content: text }]),
      'drive.zip': zipOf([{ name: 'C:p1.txt', content: text }]),
      'slashes.zip': zipOf([{ name: '..\\p1.txt', content: text }]),
      'bomb.zip': bomb,
      'cut.zip': zipOf([{ name: 'p1.txt', content: text }]).subarray(0, 60),
    }
    const folder = folderOf(cases)
    for (const name of Object.keys(cases)) {
      const { issues, diagnostics } = await listSources([path.join(folder, name)])
      expect([issues.length, diagnostics.map(({ code }) => code)], name).toEqual([0, ['zip.refused']])
    }
    expect(bomb.length).toBeLessThan(10_000)
  })

  it('does not believe what an archive says of a size', async () => {
    const archive = zipOf([{ name: 'p1.txt', content: 'a'.repeat(3_000_000), claims: { size: 30_000 } }])
    const { issues } = await listSources([path.join(folderOf({ 'a.zip': archive }), 'a.zip')])
    expect(await readSource(issues[0]!.files[0]!)).toMatchObject({ code: 'input.unreadable' })
  })
})
