import { bodyOf } from '../../e2e/fixtures/bodyOf.ts'
import type { Newsdesk } from '../../e2e/fixtures/newsdesk.ts'
import { bringOutOldPaper, type OldPaper } from '../../e2e/fixtures/oldPaper.ts'

/** Where a view of the reading site is, and under which name its pictures are kept. */
export type SiteView = [name: string, address: string]

/**
 * Brings out what readers may come across (an old issue with a jump, a correction and an article withdrawn from it, a withdrawn
 * issue, a paper in English, one in which nothing has appeared) and gives every view of the site.
 */
export async function siteViews(newsdesk: Newsdesk): Promise<SiteView[]> {
  const paper = await bringOutOldPaper(newsdesk)
  await correct(newsdesk, paper)
  await withdrawArticle(newsdesk, paper)
  const english = await englishPaper(newsdesk)
  const empty = await (
    await newsdesk.as(['chief'])
  ).create('publications', { name: '新生报', slug: 'xinsheng' })
  const withdrawn = await withdrawnIssue(newsdesk)
  const issue = `/${paper.slug}/1982-05-16`
  const article = (name: string) => `${issue}/a/${paper.articles[name]}`
  return [
    ['shelf', '/'],
    ['front', issue],
    ['page', `${issue}/3`],
    ['tombstone', `${issue}/2`],
    ['article-jumped', article('汾河大桥今日通车')],
    ['article-without-headline', article('市气象台预')],
    ['article-corrected', article('八百考生争四十个座位')],
    ['article-withdrawn', article('三条公共汽车线路明起调整')],
    ['issue-withdrawn', withdrawn],
    ['calendar', `/${paper.slug}/calendar/1982`],
    ['calendar-empty', `/${paper.slug}/calendar/1983`],
    ['author', `/${paper.slug}/authors/${paper.author}`],
    ['search', `/search?q=${encodeURIComponent('汾河')}`],
    ['search-nothing', `/search?q=${encodeURIComponent('无此一说')}`],
    ['paper-empty', `/${empty.slug}`],
    ['english-front', english.front],
    ['english-article', english.article],
    ['not-found', '/nothing/here/at/all'],
  ]
}

/** A headline put right, through review and proof, with a note to readers. */
async function correct(newsdesk: Newsdesk, paper: OldPaper): Promise<void> {
  const id = String(paper.articles['八百考生争四十个座位'])
  const reporter = await newsdesk.as(['reporter'])
  const move = (who: Parameters<Newsdesk['move']>[0], does: string, given: object = {}) =>
    newsdesk.move(who, { in: 'articles', id, does, with: given })
  await move(['chief'], 'correct', { kind: 'correction', reason: '座位数有误' })
  const { rev } = await reporter.get(`/articles/${id}?draft=true&depth=0`)
  await reporter.change('articles', { id, data: { rev, headline: '八百考生争四十五个座位' } })
  await move(['reporter'], 'submitCorrection', { note: '招生名额应为四十五人，原报道误为四十人。' })
  await move(['editor'], 'signOff')
  await move(['proofreader'], 'proof')
  await move(['chief', 2], 'republish')
}

async function withdrawArticle(newsdesk: Newsdesk, paper: OldPaper): Promise<void> {
  const id = String(paper.articles['三条公共汽车线路明起调整'])
  const withdraw = (role: string, given: object) =>
    newsdesk.move([role], { in: 'articles', id, does: 'withdraw', with: given })
  await withdraw('chief', { reason: '线路有误', notice: '该稿所列线路与公司通告不符，予以撤下。' })
  await withdraw('sectionHead', { reason: '同意', confirm: true })
}

/** @returns its address */
async function withdrawnIssue(newsdesk: Newsdesk): Promise<string> {
  const { publication } = await onePage(newsdesk, {
    paper: { name: '旧闻报', slug: 'jiuwen' },
    texts: [{ headline: '误排的一期', body: bodyOf('这一期的版面排错了日期。') }],
  })
  const chief = await newsdesk.as(['chief'])
  const { docs } = await chief.get(`/issues?where[publication][equals]=${publication}&depth=0`)
  const withdraw = (role: string, given: object) =>
    newsdesk.move([role], { in: 'issues', id: docs[0].id, does: 'withdraw', with: given })
  await withdraw('chief', { reason: '日期有误', notice: '本期日期排印有误，全期撤下，另行补出。' })
  await withdraw('sectionHead', { reason: '同意', confirm: true })
  return '/jiuwen/1983-03-01'
}

async function englishPaper(newsdesk: Newsdesk): Promise<{ front: string; article: string }> {
  const { articles } = await onePage(newsdesk, {
    paper: { name: 'Fen River Herald', slug: 'fen-river-herald', language: 'en' },
    name: 'Front',
    texts: [
      {
        ...{ kicker: 'After fourteen months of work', headline: 'New bridge opens to traffic today' },
        ...{ deck: 'Four lanes, seven hundred and twenty metres', bylineRaw: 'By Wei Qinghe' },
        body: bodyOf(
          'The first of thirty-seven buses crossed the new bridge at eight this morning, past a crowd that had waited on the western bank since dawn. Children were lifted on to shoulders; an old man counted his steps from one end to the other.',
          { crosshead: 'From an hour to ten minutes' },
          'Until yesterday the four thousand workers of the western bank went round by the old bridge upstream, an hour each way. By bicycle it is now ten minutes to the gates of the mill.',
        ),
      },
      {
        headline: 'Harvest machines nearly ready',
        body: bodyOf(
          'More than four in five of the district’s tractors have been overhauled, nine days sooner than last year.',
        ),
      },
    ],
  })
  const front = '/fen-river-herald/1983-03-01'
  return { front, article: `${front}/a/${articles[0]}` }
}

/** An issue of one page in a newspaper of its own, before its readers. */
async function onePage(
  newsdesk: Newsdesk,
  asked: { paper: { name: string; slug: string; language?: string }; name?: string; texts: object[] },
): Promise<{ publication: string; articles: string[] }> {
  const chief = await newsdesk.as(['chief'])
  const reporter = await newsdesk.as(['reporter'])
  const publication: string = (await chief.create('publications', { ...asked.paper, profile: 'archive' })).id
  const day = { publication, date: '1983-03-01', edition: 'main', number: '1', plannedPages: 1 }
  const issue: string = (await chief.create('issues', day)).id
  const { pages } = await newsdesk.layOut(issue, { op: 'addPage', number: '1', name: asked.name ?? '要闻' })
  const articles: string[] = []
  for (const text of asked.texts) {
    const { id } = await reporter.create('articles?draft=true', { publication, ...text })
    await newsdesk.layOut(issue, { op: 'place', article: id, page: pages[0].id })
    articles.push(id)
  }
  await newsdesk.archive(issue)
  return { publication, articles }
}
