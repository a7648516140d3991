import { bodyOf } from '../../e2e/fixtures/bodyOf.ts'
import type { Newsdesk } from '../../e2e/fixtures/newsdesk.ts'

interface Asked {
  publication: string
  /** YYYY-MM-DD. */
  date: string
}

const headlines = [
  '沿江新桥今日通车 两岸居民往来更便捷',
  '老城供水管网今冬换新',
  '夜间公交增开两线',
  '市民公园扩建工程通过验收，新增步道三公里',
  '秋粮收购价格公布',
  '中学生篮球联赛开赛',
  '博物馆推出宋代瓷器展',
  '社区食堂日均接待老人逾千人次',
]

/** An issue of 24 pages with 200 articles, all of them drafts: as large as a board gets on a working day. */
export async function fullIssue(newsdesk: Newsdesk, { publication, date }: Asked): Promise<string> {
  const editor = await newsdesk.as(['editor'])
  const issue = await editor.create('issues', { publication, date, edition: 'main', plannedPages: 24 })
  const names = ['要闻', '城事', '体育', '副刊', '财经', '文化']
  for (let number = 1; number <= 24; number += 1) {
    const name = names[number % names.length]
    await newsdesk.layOut(issue.id, { op: 'addPage', number: String(number), name })
  }
  const { pages } = await newsdesk.board(issue.id)
  for (let index = 0; index < 200; index += 1) {
    const article = await newArticle(newsdesk, { publication, index })
    await newsdesk.layOut(issue.id, { op: 'place', article, page: pages[index % pages.length].id })
  }
  return issue.id
}

/** An issue of one page, and the steps that take it to its readers, each with the name of the state it leads to. */
export async function smallIssue(
  newsdesk: Newsdesk,
  { publication, date }: Asked,
): Promise<{ issue: string; steps: [state: string, walk: () => Promise<void>][] }> {
  const editor = await newsdesk.as(['editor'])
  const issue: string = (await editor.create('issues', { publication, date, edition: 'main', number: '1' }))
    .id
  const board = await newsdesk.layOut(issue, { op: 'addPage', number: '1', name: '要闻' })
  const page: string = board.pages[0].id
  for (let index = 0; index < 3; index += 1) {
    const article = await newArticle(newsdesk, { publication, index })
    await newsdesk.layOut(issue, { op: 'place', article, page })
    await newsdesk.toReady(article)
  }
  const move = (does: string, given: object = {}) =>
    newsdesk.move(['chief'], { in: 'issues', id: issue, does, with: given })
  return {
    issue,
    steps: [
      [
        'signed',
        async () => {
          await move('layOut')
          await newsdesk.move(['pageEditor'], { in: 'pages', id: page, does: 'toProof' })
          await newsdesk.move(['sectionHead'], { in: 'pages', id: page, does: 'sign' })
          await move('close')
          await newsdesk.acknowledgeAll(issue)
          await move('sign')
        },
      ],
      ['scheduled', () => move('schedule', { publishAt: '2031-01-04T06:00:00+08:00' })],
      [
        'published',
        async () => {
          await move('unschedule')
          await move('publish')
        },
      ],
    ],
  }
}

async function newArticle(
  newsdesk: Newsdesk,
  { publication, index }: { publication: string; index: number },
): Promise<string> {
  const reporter = await newsdesk.as(['reporter'])
  const headline = headlines[index % headlines.length] ?? ''
  const text = `本报讯 ${headline}。`.repeat(4 + (index % 9) * 6)
  const article = await reporter.create('articles?draft=true', {
    publication,
    headline: index < headlines.length ? headline : `${headline}（${Math.floor(index / headlines.length)}）`,
    bylineRaw: '顾晓川',
    body: bodyOf(text),
  })
  return article.id
}
