import { createHash } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import {
  canonicalContent,
  canonicalJson,
  canonicalText,
  checkText,
  contentHash,
  parseText,
  readBlocks,
  type ArticleContent,
} from '../../../src/core/text/index.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hash = (article: ArticleContent): string => contentHash(canonicalContent(article), sha256)
const text = (value: string, format = 0, noise: object = {}) => ({
  ...{ type: 'text', version: 1, detail: 0, mode: 'normal', style: '' },
  ...{ text: value, format },
  ...noise,
})
const node = (type: string, children: object[], more: object = {}) => ({
  type,
  children,
  version: 1,
  ...more,
})
const body = (...children: object[]) => ({ root: node('root', children, { direction: 'ltr', format: '' }) })
const paragraph = (...children: object[]) => node('paragraph', children)

const article: ArticleContent = {
  kicker: '市政消息',
  headline: '新桥通车',
  deck: null,
  dateline: { agency: '本报讯', place: '', date: '3月2日' },
  bylineRaw: '记者 甲乙',
  authors: ['a1', 'a2'],
  photoCredits: ['丙丁'],
  pictures: [{ media: 'm1', caption: '桥面', credit: '丙丁' }],
  body: body(node('heading', [text('开工')], { tag: 'h2' }), paragraph(text('桥长三百米。'))),
}

describe('what an approval approves', () => {
  it('does not change by opening and saving: split runs, noise, empty paragraphs, key order, populated relations', () => {
    const saved: ArticleContent = {
      body: body(
        paragraph(),
        node('heading', [text('开工', 0, { version: 2, style: 'x' })], {
          tag: 'h2',
          direction: null,
          indent: 0,
        }),
        paragraph(text('桥长'), text('三百米。')),
        paragraph(text('')),
      ),
      pictures: [{ credit: '丙丁', caption: '桥面', media: { id: 'm1', url: '/x.jpg' } }],
      photoCredits: ['丙丁'],
      authors: [{ id: 'a1', name: '甲' }, { id: 'a2' }],
      bylineRaw: '记者 甲乙',
      dateline: { date: '3月2日', place: null, agency: '本报讯' },
      deck: '',
      headline: '新桥通车',
      kicker: '市政消息',
    }
    expect(hash(saved)).toBe(hash(article))
  })

  it.each<[string, Partial<ArticleContent>]>([
    ['kicker', { kicker: '市政' }],
    ['headline', { headline: '新桥' }],
    ['deck', { deck: '副题' }],
    ['dateline', { dateline: { agency: '本报讯', place: '城东', date: '3月2日' } }],
    ['byline', { bylineRaw: '记者 甲' }],
    ['authors', { authors: ['a2', 'a1'] }],
    ['photo credits', { photoCredits: [] }],
    ['picture', { pictures: [{ media: 'm2', caption: '桥面', credit: '丙丁' }] }],
    ['caption', { pictures: [{ media: 'm1', caption: '桥头', credit: '丙丁' }] }],
    ['credit', { pictures: [{ media: 'm1', caption: '桥面', credit: '甲' }] }],
    ['body', { body: body(paragraph(text('开工')), paragraph(text('桥长三百米。'))) }],
    [
      'bold',
      { body: body(node('heading', [text('开工')], { tag: 'h2' }), paragraph(text('桥长三百米。', 1))) },
    ],
  ])('changes with the %s', (_, change) => {
    expect(hash({ ...article, ...change })).not.toBe(hash(article))
  })

  it('is kept as a text that reads back to itself', () => {
    const content = canonicalContent(article)
    expect(parseText(canonicalText(content))).toEqual(content)
    expect(canonicalText(parseText(canonicalText(content)))).toBe(canonicalText(content))
  })

  it('is the same for both ways of writing an accent', () => {
    expect(hash({ headline: 'Cafe\u0301' })).toBe(hash({ headline: 'Caf\u00e9' }))
    const split = body(paragraph(text('Cafe'), text('\u0301')))
    expect(hash({ body: split })).toBe(hash({ body: body(paragraph(text('Caf\u00e9'))) }))
  })

  it('refuses what JSON cannot say instead of leaving it out', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
    expect(canonicalJson({ b: [1, null], a: undefined })).toBe('{"b":[1,null]}')
  })

  it('knows what is there', () => {
    expect(checkText(canonicalContent(article))).toEqual({
      ...{ hasBody: true, hasHeadline: true, hasAuthor: true, hasDateline: true, isNotice: false },
    })
    expect(checkText(canonicalContent({ headline: ' ', body: body(paragraph(text(' '))) }))).toEqual({
      ...{ hasBody: false, hasHeadline: false, hasAuthor: false, hasDateline: false, isNotice: false },
    })
    expect(checkText(canonicalContent(article), { corrects: 'another' }).isNotice).toBe(true)
  })
})

describe('reading a body', () => {
  const read = (...children: object[]) => readBlocks(body(...children))

  it('reads headings, quotes, lists with depth, line breaks and marks', () => {
    const list = node(
      'list',
      [
        node('listitem', [text('一')]),
        node('listitem', [node('list', [node('listitem', [text('二')])], { listType: 'number' })]),
      ],
      { listType: 'bullet' },
    )
    const blocks = read(
      node('quote', [text('引'), { type: 'linebreak' }, text('文')]),
      list,
      paragraph(text('甲', 1), text('乙', 3), text('丙')),
    )
    expect(blocks.map(({ type, text: words }) => [type, words])).toEqual([
      ['quote', '引\n文'],
      ['bullet:1', '一'],
      ['number:2', '二'],
      ['paragraph', '甲乙丙'],
    ])
    expect(blocks.at(-1)?.marks).toEqual([
      { start: 0, end: 2, mark: 'bold' },
      { start: 1, end: 2, mark: 'italic' },
    ])
  })

  it('keeps a link with its address, and takes one the editor made by itself as text', () => {
    const link = (url: string) =>
      paragraph(node('link', [text('此处')], { fields: { url, linkType: 'custom' } }))
    expect(read(link('https://a.example/'))[0]?.marks).toEqual([
      { start: 0, end: 2, mark: 'link:https://a.example/' },
    ])
    const automatic = paragraph(node('autolink', [text('https://a.example/')], { fields: { url: 'x' } }))
    expect(read(automatic)).toEqual(read(paragraph(text('https://a.example/'))))
  })

  it('reads an upload by the id of what it shows, populated or not', () => {
    const upload = (value: unknown) => ({
      type: 'upload',
      relationTo: 'media',
      value,
      id: String(Math.random()),
    })
    expect(read(upload('m1'))).toEqual([{ type: 'upload:media', text: 'm1', marks: [], data: '' }])
    expect(read(upload({ id: 'm1', alt: '桥' }))).toEqual(read(upload('m1')))
  })

  it('keeps what it does not know: its type, text and data', () => {
    const box = (title: string) => ({ type: 'block', fields: { id: 'row', blockType: 'box', title } })
    expect(read(box('甲'))).not.toEqual(read(box('乙')))
    const table = node('table', [node('tablerow', [node('tablecell', [paragraph(text('格'))])])])
    expect(read(table)[0]).toMatchObject({ type: 'table', text: '格' })
    expect(read({ type: 'horizontalrule', version: 1 })).toHaveLength(1)
    expect(read(paragraph({ type: 'inlineBlock', fields: { blockType: 'x' } }))[0]?.text).toBe('\uFFFC')
  })

  it.each([null, undefined, '', {}, { root: {} }, { root: { children: [null, 7] } }])(
    'reads %j as no block',
    (value) => {
      expect(readBlocks(value)).toEqual([])
    },
  )
})
