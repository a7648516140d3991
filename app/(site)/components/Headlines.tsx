import { Link } from './Link.tsx'
import { articleAddress } from '../addresses.ts'
import { openingOf, type ReadableArticle } from '../reads/article.ts'
import { issuePart } from '../reads/contents.ts'
import type { Contents, Entry, IssuePage, Picture } from '../reads/types.ts'
import { fillWords, siteWords } from '../words.ts'
import { Byline } from './Byline.tsx'
import { Lines } from './Lines.tsx'
import { Img } from './Pictures.tsx'
import { Phrases } from './Phrases.tsx'

/** How much of the text stands under a headline, and under the one that leads the page, in characters of Chinese. */
const [short, long] = [64, 150]

/** 标题导航: what stands on a page, in the order of the paper. */
export function Headlines(props: {
  contents: Contents
  page: IssuePage
  /** The texts of the page, by their ids. */
  texts: Map<string, ReadableArticle>
}) {
  const { contents, page, texts } = props
  // 头条: what begins on the page before all else and has a headline; what goes on from another page has led there.
  const leads = page.articles.find(({ article, jump }) => article && jump !== 'in')
  const leader = leads?.article?.headline ? leads : undefined
  return (
    <ol className="headlines">
      {page.articles.map((entry) => (
        <li key={`${entry.articleId}-${entry.jump}`} className={entry === leader ? 'leads' : undefined}>
          <Item
            contents={contents}
            entry={entry}
            text={texts.get(entry.articleId)}
            leads={entry === leader}
          />
        </li>
      ))}
    </ol>
  )
}

function Item(props: {
  contents: Contents
  entry: Entry
  text: ReadableArticle | undefined
  leads: boolean
}) {
  const { contents, entry, text, leads } = props
  const { publication, issue } = contents
  const words = siteWords(publication.language)
  const { article, articleId, jump, jumpPage, tombstone } = entry
  const address = articleAddress(publication, issuePart(issue), articleId)
  if (tombstone !== null || !article) {
    return (
      <p className="tombstone">
        <Link href={address}>{words.withdrawn}</Link>
        {tombstone && <span>{tombstone}</span>}
      </p>
    )
  }
  const jumped =
    jump === 'none' || !jumpPage
      ? null
      : fillWords(jump === 'out' ? words.jumpOut : words.jumpIn, { page: jumpPage })
  const title = article.headline ?? article.kicker
  // What goes on from another page has begun there.
  const lead = title && jump !== 'in' && text ? openingOf(text, leads ? long : short) : ''
  const picture = jump === 'in' ? undefined : text?.pictures[0]
  return (
    <article>
      {picture && !leads && <Sketch picture={picture} href={address} />}
      {article.column && <p className="rubric">{article.column}</p>}
      {article.kicker && article.headline && (
        <p className="kicker">
          <Phrases text={article.kicker} />
        </p>
      )}
      <h2 className={title ? undefined : 'headline-none'}>
        <Link href={address}>
          {title ? <Phrases text={title} /> : (text && openingOf(text, short)) || words.noHeadline}
        </Link>
      </h2>
      {article.deck && (
        <p className="deck">
          <Lines text={article.deck} />
        </p>
      )}
      {picture && leads && <Sketch picture={picture} href={address} />}
      {lead && <p className="lead">{lead}</p>}
      {(article.authors.length > 0 || text?.byline || jumped) && (
        <p className="by">
          <Byline authors={article.authors} printed={text?.byline} publication={publication} />
          {jumped && <span className="jump">{jumped}</span>}
        </p>
      )}
    </article>
  )
}

/** The first picture of an article: large under the headline that leads the page, else beside it. It leads where the headline leads. */
function Sketch({ picture, href }: { picture: Picture; href: string }) {
  return (
    <Link className="sketch" href={href} tabIndex={-1} aria-hidden="true">
      <Img picture={{ ...picture, alt: '' }} sizes="(min-width: 48rem) 30rem, 92vw" />
    </Link>
  )
}
