import { Link } from './Link.tsx'
import { articleAddress, pageAddress } from '../addresses.ts'
import { momentDay } from '../days.ts'
import { openingOf, type ReadableArticle } from '../reads/article.ts'
import { issuePart, readingOrder } from '../reads/contents.ts'
import { titleOf } from '../reads/untitled.ts'
import type { NoticeLinks as Links } from '../reads/notices.ts'
import type { Contents, Entry } from '../reads/types.ts'
import { fillWords, siteWords } from '../words.ts'
import { ArticleBody } from './ArticleBody.tsx'
import { Byline } from './Byline.tsx'
import { Citation } from './Citation.tsx'
import { Corrections } from './Corrections.tsx'
import { Frame } from './Frame.tsx'
import { Heading } from './Heading.tsx'
import { IssueLine } from './IssueLine.tsx'
import { NoticeLinks } from './NoticeLinks.tsx'
import { OnThisPage } from './OnThisPage.tsx'
import { PageList, pageName } from './PageList.tsx'
import { Pager } from './Pager.tsx'
import { Pictures } from './Pictures.tsx'
import { Standings } from './Standings.tsx'

/** An article as one text, also where the paper breaks it across pages, and beside it what else its page and issue have. */
export function ArticleView(props: {
  article: ReadableArticle
  contents: Contents
  id: string
  links: Links
  /** What is called by how it begins, of `readUntitled`. */
  untitled: ReadonlyMap<string, string>
}) {
  const { article, contents, id, links, untitled } = props
  const { publication, issue } = contents
  const words = siteWords(publication.language)
  const part = issuePart(issue)
  const page = contents.pages.find(({ articles }) => articles.some(({ articleId }) => articleId === id))
  const order = readingOrder(contents)
  const here = order.findIndex(({ articleId }) => articleId === id)
  const way = (to: Entry | undefined, text: string) =>
    to?.article
      ? {
          href: articleAddress(publication, part, to.articleId),
          text,
          title: titleOf(to.article, untitled) ?? words.noHeadline,
        }
      : null
  // Whom a picture names is not named again.
  const credits = article.photoCredits.filter((name) =>
    article.pictures.every(({ credit }) => !credit?.includes(name)),
  )
  const byline = <Byline authors={article.authors} printed={article.byline} publication={publication} />
  return (
    <Frame
      publication={publication}
      day={issue.date}
      line={<IssueLine contents={contents} />}
      path={articleAddress(publication, article.standings[0]?.issue ?? part, id)}
    >
      <div className="reading">
        <article className="article">
          {page && (
            <p className="where">
              <Link href={pageAddress(publication, part, page.number)}>{pageName(page, words)}</Link>
            </p>
          )}
          <Heading article={article} opening={openingOf(article, 24)} />
          {(article.authors.length > 0 || article.byline || article.modifiedAt) && (
            <p className="by">
              {byline}
              {article.modifiedAt && (
                <time className="corrected" dateTime={article.modifiedAt}>
                  {fillWords(words.corrected, {
                    date: momentDay(article.modifiedAt, publication.language),
                  })}
                </time>
              )}
            </p>
          )}
          <Pictures pictures={article.pictures} words={words} />
          <ArticleBody body={article.body} dateline={article.dateline} />
          {article.truncated && <p className="aside">{words.truncated}</p>}
          {credits.length > 0 && (
            <p className="aside">{fillWords(words.photo, { name: credits.join(words.separator) })}</p>
          )}
          <Corrections corrections={article.corrections} language={publication.language} />
          <NoticeLinks links={links} publication={publication} />
          <Standings article={article} publication={publication} />
          <Citation article={article} contents={contents} page={page} />
          <Pager
            previous={way(order[here - 1], words.previousArticle)}
            next={way(order[here + 1], words.nextArticle)}
          />
        </article>
        <div className="beside">
          {page && <OnThisPage {...{ contents, page, untitled }} current={id} />}
          <PageList contents={contents} />
        </div>
      </div>
    </Frame>
  )
}
