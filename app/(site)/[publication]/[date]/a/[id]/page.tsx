import type { Metadata } from 'next'
import { articleAddress } from '../../../../addresses.ts'
import { ArticleView } from '../../../../components/ArticleView.tsx'
import { GoneOrNothing } from '../../../../components/GoneOrNothing.tsx'
import { Missing } from '../../../../components/Missing.tsx'
import { Withdrawn } from '../../../../components/Withdrawn.tsx'
import { withdrawnTitle } from '../../../../components/WithdrawnIssue.tsx'
import { nameOf, openingOf, readArticle } from '../../../../reads/article.ts'
import { issuePart, readContents } from '../../../../reads/contents.ts'
import { describePage, issueTitle } from '../../../../reads/head.ts'
import { readNewsArticle } from '../../../../reads/newsArticle.ts'
import { readNoticeLinks } from '../../../../reads/notices.ts'
import { readUntitled } from '../../../../reads/untitled.ts'
import { siteWords } from '../../../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; date: string; id: string }>
}

/** An article at the address of an issue it stands in; at any other address there is nothing. */
async function readHere(params: Props['params']) {
  const { publication, date, id } = await params
  const contents = await readContents(publication, date)
  const stands = contents?.pages.some(({ articles }) => articles.some(({ articleId }) => articleId === id))
  return contents && stands ? { read: await readArticle(id), contents, id } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const here = await readHere(params)
  if (!here || here.read.status === 'missing') return withdrawnTitle(await params)
  const words = siteWords(here.contents.publication.language)
  const { publication, issue } = here.contents
  const paper = issueTitle(here.contents)
  if (here.read.status === 'withdrawn') {
    return { title: `${words.withdrawn} · ${paper}`, robots: { index: false } }
  }
  const { article } = here.read
  return describePage({
    publication,
    title: `${nameOf(article)} · ${paper}`,
    description: openingOf(article, 120),
    // Printed in two issues it has two addresses, and the first is the one that counts.
    path: articleAddress(publication, article.standings[0]?.issue ?? issuePart(issue), here.id),
    article: {
      published: article.appearedAt,
      modified: article.modifiedAt,
      authors: article.authors.map(({ name }) => name),
      image: article.pictures[0]?.url,
    },
  })
}

/** One article, or the notice that stands in its place. */
export default async function ArticlePage({ params }: Props) {
  const here = await readHere(params)
  if (!here) return <GoneOrNothing {...await params} />
  const { read, contents, id } = here
  switch (read.status) {
    case 'missing':
      return <Missing slug={contents.publication.slug} />
    case 'withdrawn':
      return <Withdrawn contents={contents} notice={read.notice} />
    case 'found': {
      const script = await readNewsArticle(id)
      return (
        <>
          {script && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: script }} />}
          <ArticleView
            {...{ article: read.article, contents, id }}
            links={await readNoticeLinks(read.article)}
            untitled={await readUntitled(contents, id)}
          />
        </>
      )
    }
  }
}
