import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  atom,
  bodyHtml,
  feedItemOf,
  jsonFeed,
  newsArticle,
  newsSitemap,
  ninjsOfIssue,
  rss,
  scriptJson,
  type Feed,
} from '../../../src/core/feeds/index.ts'
import type { PublicArticle } from '../../../src/core/publicArticle.ts'
import { feedWords } from '../../../src/translations/feeds.ts'
import { all, readXml } from '../../xml.ts'

const words = feedWords('zh')
const origin = 'https://paper.example'

const text = (value: string, format = 0) => ({ type: 'text', text: value, format, version: 1 })
const body = (...children: object[]) => ({ root: { type: 'root', children } })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })

function article(change: Partial<PublicArticle> = {}): PublicArticle {
  const issue = { id: 'i', date: '2024-10-24', edition: 'main', number: '88', wholeNumber: null }
  return {
    ...{
      id: 'abcdefghijkl',
      kicker: '民生',
      headline: '新桥通车',
      deck: null,
      column: '街谈',
      bylineRaw: null,
    },
    dateline: { agency: '本报讯', place: null, date: null },
    body: body(paragraph(text('桥长三百米。'))),
    ...{ captions: [], photoCredits: [], authors: [{ id: 'lin', name: '林小满', kind: 'person' }] },
    publication: { id: 'p', name: '河畔日报', slug: 'riverside', cnNumber: 'CN 14-0000', language: 'zh' },
    placements: [
      { page: { number: '1', name: '要闻', sequence: 1 }, issue, order: 1 },
      { page: { number: 'A3', name: '城事', sequence: 3 }, issue, order: 2 },
    ],
    ...{ publishedAt: '2024-10-23T22:00:00.000Z', modifiedAt: null, version: 1, corrections: [] },
    ...change,
  }
}

function feedOf(articles: PublicArticle[]): Feed {
  const items = articles.flatMap((one) => feedItemOf(one, { origin, words, content: 'full' }) ?? [])
  const [title, description] = ['河畔日报 & <朋友>', '“稿件”']
  return {
    ...{ title, description, language: 'zh', url: `${origin}/riverside`, self: `${origin}/feed?a=1&b=2` },
    ...{ updated: '2024-10-24T00:00:00.000Z', items },
  }
}

describe('the body of an article as HTML', () => {
  const html = (...children: object[]) => bodyHtml(body(...children)).xml

  it('escapes every text and keeps what is set apart', () => {
    expect(html(paragraph(text('<script>alert("1")</script> & 桥')))).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; 桥</p>',
    )
    expect(html(paragraph(text('新', 1), text('桥', 3), text('通', 2), text('车')))).toBe(
      '<p><strong>新</strong><strong><em>桥</em></strong><em>通</em>车</p>',
    )
    expect(html({ type: 'heading', tag: 'h1', children: [text('小标题')] })).toBe('<h2>小标题</h2>')
    expect(html(paragraph(text('一行'), { type: 'linebreak' }, text('二行')))).toBe('<p>一行<br/>二行</p>')
    expect(html({ type: 'horizontalrule', version: 1 })).toBe('<hr/>')
  })

  it('links to the web and to mail alone, and shows no pictures', () => {
    const link = (url: string) => ({
      type: 'link',
      fields: { url, linkType: 'custom' },
      children: [text('这里')],
    })
    expect(html(paragraph(link('https://a.example/?x="&y')))).toBe(
      '<p><a href="https://a.example/?x=&quot;&amp;y">这里</a></p>',
    )
    expect(html(paragraph(link('javascript:alert(1)')))).toBe('<p>这里</p>')
    expect(html(paragraph(link('data:text/html,x')))).toBe('<p>这里</p>')
    expect(html({ type: 'upload', relationTo: 'media', value: 'm', fields: {} })).toBe('')
  })

  it('nests lists as they were', () => {
    const item = (...children: object[]) => ({ type: 'listitem', children })
    const list = (listType: string, ...children: object[]) => ({ type: 'list', listType, children })
    expect(
      html(
        list(
          'number',
          item(text('一')),
          item(list('bullet', item(text('甲')), item(text('乙')))),
          item(text('二')),
        ),
      ),
    ).toBe('<ol><li>一<ul><li>甲</li><li>乙</li></ul></li><li>二</li></ol>')
  })

  it('is well-formed whatever the text is', () => {
    const node = fc.record({
      type: fc.constantFrom('paragraph', 'quote', 'unheard-of'),
      children: fc.array(
        fc.record({ type: fc.constant('text'), text: fc.string({ unit: 'binary' }), format: fc.nat(255) }),
      ),
    })
    fc.assert(
      fc.property(fc.array(node), (children) => {
        expect(readXml(`<div>${bodyHtml(body(...children)).xml}</div>`).name).toBe('div')
      }),
    )
  })
})

describe('feeds', () => {
  const corrected = article({
    modifiedAt: '2024-10-25T03:00:00.000Z',
    version: 2,
    corrections: [{ kind: 'correction', note: '桥长应为“三百二十米”。', at: '2024-10-25T03:00:00.000Z' }],
  })

  it('keep an article’s guid when it is corrected, and say when it was and how', () => {
    const before = readXml(rss(feedOf([article()])))
    const after = readXml(rss(feedOf([corrected])))
    const url = 'https://paper.example/riverside/2024-10-24/a/abcdefghijkl'
    for (const feed of [before, after]) {
      expect(all(feed, 'guid').map(({ text: guid, attributes }) => [guid, attributes.isPermaLink])).toEqual([
        [url, 'true'],
      ])
      expect(all(feed, 'pubDate')[0]!.text).toBe('Wed, 23 Oct 2024 22:00:00 GMT')
    }
    expect(all(before, 'atom:updated')[0]!.text).toBe('2024-10-23T22:00:00.000Z')
    expect(all(after, 'atom:updated')[0]!.text).toBe('2024-10-25T03:00:00.000Z')
    expect(all(after, 'content:encoded')[0]!.text).toContain(
      '<em>更正（2024-10-25）：桥长应为“三百二十米”。</em>',
    )
  })

  it('are well-formed, and say the same in RSS, Atom and JSON', () => {
    const feed = feedOf([
      corrected,
      article({ id: 'bbbbbbbbbbbb', headline: null, kicker: null, column: '<b>' }),
    ])
    const [channel, entries] = [readXml(rss(feed)), readXml(atom(feed))]
    expect(all(channel, 'channel')[0]!.children.find(({ name }) => name === 'title')!.text).toBe(feed.title)
    expect(
      all(entries, 'entry').map((entry) => entry.children.find(({ name }) => name === 'id')!.text),
    ).toEqual(feed.items.map(({ url }) => url))
    expect(
      all(entries, 'entry').map((entry) => entry.children.find(({ name }) => name === 'updated')!.text),
    ).toEqual(['2024-10-25T03:00:00.000Z', '2024-10-23T22:00:00.000Z'])
    expect(all(entries, 'link').find(({ attributes }) => attributes.rel === 'self')!.attributes.href).toBe(
      feed.self,
    )
    const json = jsonFeed(feed) as {
      items: { id: string; title: string; content_html: string; tags: string[] }[]
    }
    expect(json.items.map(({ id, title }) => [id, title])).toEqual([
      [feed.items[0]!.url, '新桥通车'],
      [feed.items[1]!.url, '（无题）'],
    ])
    expect(json.items[1]!.tags).toEqual(['要闻', '城事', '<b>'])
    expect(json.items[0]!.content_html).toBe(all(entries, 'content')[0]!.text)
  })

  it('have summaries that no reader takes for tags: RSS readers show a description as HTML, the others as text', () => {
    const feed = feedOf([article({ body: body(paragraph(text('若 a<b 且 c>d，则 <img src=x> & 其他。'))) })])
    const plain = '若 a<b 且 c>d，则 <img src=x> & 其他。'
    const [item] = all(readXml(rss(feed)), 'item')
    const shown = item!.children.find(({ name }) => name === 'description')!.text
    expect(readXml(`<p>${shown}</p>`)).toMatchObject({ text: plain, children: [] })
    expect(all(readXml(atom(feed)), 'summary')[0]).toMatchObject({ text: plain, attributes: {} })
    expect(jsonFeed(feed)).toMatchObject({ items: [{ summary: plain }] })
  })

  it('that are empty name no day on which they were made', () => {
    const empty = readXml(rss({ ...feedOf([]), updated: '1970-01-01T00:00:00.000Z' }))
    expect(all(empty, 'lastBuildDate')).toEqual([])
    expect(all(readXml(rss(feedOf([article()]))), 'lastBuildDate')).toHaveLength(1)
  })

  it('date a correction by the day on which it was made where the newspaper is, not by that of Greenwich', () => {
    const corrections = [{ kind: 'typo', note: '错字。', at: '2024-10-24T22:30:00.000Z' }]
    const item = feedItemOf(article({ corrections }), { origin, words, content: 'full' })
    expect(item!.html).toContain('勘误（2024-10-25）：错字。')
  })

  it('date what an archive brings in by the day on which it was printed', () => {
    const issue = { id: 'o', date: '1982-05-16', edition: 'main', number: '1204', wholeNumber: null }
    const page = { number: '1', name: '要闻', sequence: 1 }
    const old = article({
      ...{ placements: [{ page, issue, order: 1 }], publishedAt: '2026-03-01T02:00:00.000Z' },
    })
    const channel = readXml(rss(feedOf([old])))
    expect(all(channel, 'pubDate')[0]!.text).toBe('Sun, 16 May 1982 00:00:00 GMT')
    expect(all(channel, 'atom:updated')[0]!.text).toBe('2026-03-01T02:00:00.000Z')
    expect(newsArticle(old, { origin, words })).toMatchObject({
      ...{ datePublished: '1982-05-16T00:00:00.000Z', dateModified: '2026-03-01T02:00:00.000Z' },
    })
  })

  it('date an issue like its articles: of the day of print, unless it was published here when it was printed', () => {
    const imported = '2026-03-01T02:00:00.000Z'
    const ninjs = (date: string) =>
      ninjsOfIssue(
        {
          ...{ id: 'o', masthead: article().publication, publication: 'riverside', date, edition: 'main' },
          ...{ number: '1204', publishedAt: imported, manifests: { count: 1, last: imported } },
          ...{ articles: [], withdrawn: [] },
        },
        { place: { origin, articles: `${origin}/a/`, issues: `${origin}/i/` }, words },
      )
    expect(ninjs('1985-05-16')).toMatchObject({
      ...{ firstCreated: '1985-05-16T00:00:00.000Z', versionCreated: imported },
    })
    expect(ninjs('2026-03-01')).toMatchObject({ firstCreated: imported })
    expect(ninjs('2026-03-02')).toMatchObject({ firstCreated: imported })
  })

  it('have a news sitemap with names, languages and days', () => {
    const map = readXml(
      newsSitemap([
        {
          ...{ url: `${origin}/a?x=1&y=2`, title: '桥 & 路', published: '2024-10-23T22:00:00.000Z' },
          ...{ updated: '2024-10-25T03:00:00.000Z', publication: { name: '河畔日报', language: 'zh' } },
        },
      ]),
    )
    const [entry] = all(map, 'url')
    expect(all(entry!, 'loc')[0]!.text).toBe('https://paper.example/a?x=1&y=2')
    expect(all(entry!, 'news:language')[0]!.text).toBe('zh-cn')
    expect(all(entry!, 'news:publication_date')[0]!.text).toBe('2024-10-23T22:00:00.000Z')
    expect(all(entry!, 'news:title')[0]!.text).toBe('桥 & 路')
  })
})

describe('an article as JSON-LD', () => {
  it('names its pages, its issue and newspaper, and what was corrected', () => {
    const told = newsArticle(
      article({ corrections: [{ kind: 'typo', note: '错字。', at: '2024-10-25T03:00:00.000Z' }] }),
      { origin, words },
    )
    expect(told).toMatchObject({
      '@type': 'NewsArticle',
      headline: '新桥通车',
      printPage: '1, A3',
      articleSection: ['要闻', '城事', '街谈'],
      isPartOf: {
        ...{ '@type': 'PublicationIssue', issueNumber: '88', datePublished: '2024-10-24' },
        isPartOf: { '@type': 'Newspaper', name: '河畔日报', identifier: 'CN 14-0000' },
      },
      correction: [{ '@type': 'CorrectionComment', text: '勘误（2024-10-25）：错字。' }],
    })
  })

  it('cannot end the script it stands in', () => {
    expect(scriptJson({ headline: '</script><!--&\u2028' })).toBe(
      '{"headline":"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028"}',
    )
  })
})
