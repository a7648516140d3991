import { Link } from './Link.tsx'
import { articleAddress, pageAddress } from '../addresses.ts'
import { momentDay, printedDay } from '../days.ts'
import { nameOf, openingOf, type ReadableArticle } from '../reads/article.ts'
import { issuePart } from '../reads/contents.ts'
import type { NoticeLinks as Links } from '../reads/notices.ts'
import type { Contents, Entry } from '../reads/types.ts'
import { fillWords, siteWords } from '../words.ts'
import { ArticleBody } from './ArticleBody.tsx'
import { Byline } from './Byline.tsx'
import { Corrections } from './Corrections.tsx'
import { Frame } from './Frame.tsx'
import { Heading } from './Heading.tsx'
import { IssueLine } from './IssueLine.tsx'
import { NoticeLinks } from './NoticeLinks.tsx'
import { pageName } from './PageList.tsx'
import { Pager } from './Pager.tsx'
import { Pictures } from './Pictures.tsx'
import { Standings } from './Standings.tsx'

/** An article as one text, also where the paper breaks it across pages. */
export function ArticleView(props: {
  article: ReadableArticle
  contents: Contents
  id: string
  links: Links
}) {
  const { article, contents, id, links } = props
  const { publication, issue } = contents
  const words = siteWords(publication.language)
  const page = contents.pages.find(({ articles }) => articles.some(({ articleId }) => articleId === id))
  const order = readingOrder(contents)
  const here = order.findIndex(({ articleId }) => articleId === id)
  const way = (to: Entry | undefined, text: string) =>
    to?.article ? { href: articleAddress(publication, issuePart(issue), to.articleId), text } : null
  return (
    <Frame
      publication={publication}
      year={Number(issue.date.slice(0, 4))}
      line={<IssueLine contents={contents} />}
    >
      <article className="article">
        {page && (
          <p className="where">
            <Link href={pageAddress(publication, issuePart(issue), page.number)}>
              {pageName(page, words)}
            </Link>
          </p>
        )}
        <Heading article={article} opening={openingOf(article, 24)} />
        <p className="by">
          <Byline authors={article.authors} printed={article.byline} publication={publication} />
          {article.modifiedAt && (
            <time className="corrected" dateTime={article.modifiedAt}>
              {fillWords(words.corrected, { date: momentDay(article.modifiedAt) })}
            </time>
          )}
        </p>
        <Pictures pictures={article.pictures} words={words} />
        <ArticleBody body={article.body} dateline={article.dateline} />
        {article.truncated && <p className="aside">{words.truncated}</p>}
        {article.photoCredits.length > 0 && (
          <p className="aside">
            {words.photo} {article.photoCredits.join(words.separator)}
          </p>
        )}
        <Corrections corrections={article.corrections} words={words} />
        <NoticeLinks links={links} publication={publication} />
        <Standings article={article} publication={publication} />
        <p className="cite">
          <b>{words.cite}</b> {citation({ article, contents, id })}
        </p>
        <Pager
          label={words.headlines}
          previous={way(order[here - 1], words.previousArticle)}
          next={way(order[here + 1], words.nextArticle)}
        />
      </article>
    </Frame>
  )
}

/** Every article of the issue once, in the order of the paper: where it begins. */
function readingOrder({ pages }: Contents): Entry[] {
  const seen = new Set<string>()
  return pages
    .flatMap(({ articles }) => articles)
    .filter(({ articleId, article }) => {
      if (!article || seen.has(articleId)) return false
      seen.add(articleId)
      return true
    })
}

/** Authors, headline, paper, day, page: how a printed article is cited. */
function citation(props: { article: ReadableArticle; contents: Contents; id: string }): string {
  const { article, contents, id } = props
  const { publication, issue, pages } = contents
  const words = siteWords(publication.language)
  const page = pages.find(({ articles }) => articles.some(({ articleId }) => articleId === id))
  const names = article.authors.map(({ name }) => name).join(words.separator)
  const english = publication.language?.startsWith('en')
  const title = nameOf(article)
  const day = printedDay(issue.date, publication.language).replace(/\s*星期.$/, '')
  const place = page ? fillWords(words.page, { number: page.number }) : ''
  return english
    ? `${names ? `${names}, ` : ''}“${title}”, ${publication.name}, ${day}, ${place.toLowerCase()}.`
    : `${names ? `${names}：` : ''}《${title}》，《${publication.name}》${day}${place}。`
}
