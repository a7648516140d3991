import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleView } from '../../../../components/ArticleView.tsx'
import { Withdrawn } from '../../../../components/Withdrawn.tsx'
import { WithdrawnIssue, withdrawnTitle } from '../../../../components/WithdrawnIssue.tsx'
import { readArticle } from '../../../../reads/article.ts'
import { readNoticeLinks } from '../../../../reads/notices.ts'
import { issuePart, readContents, readWithdrawnIssue } from '../../../../reads/contents.ts'
import { siteWords } from '../../../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; date: string; id: string }>
}

/** An article at the address of an issue it stands in; at any other address there is nothing. */
async function readHere(params: Props['params']) {
  const { publication, date, id } = await params
  const [read, contents] = await Promise.all([readArticle(id), readContents(publication, date)])
  if (!contents) return null
  const stands = contents.pages.some(({ articles }) => articles.some(({ articleId }) => articleId === id))
  return stands ? { read, contents, id } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const here = await readHere(params)
  if (!here) return withdrawnTitle(await params)
  const words = siteWords(here.contents.publication.language)
  if (here.read.status === 'missing') return { title: words.notFound }
  const { publication, issue } = here.contents
  const paper = `${publication.name} ${issue.date}`
  if (here.read.status === 'withdrawn') {
    return { title: `${words.withdrawn} · ${paper}`, robots: { index: false } }
  }
  const { headline, kicker, authors } = here.read.article
  return {
    title: `${headline ?? kicker ?? words.noHeadline} · ${paper}`,
    authors: authors.map(({ name }) => ({ name })),
    alternates: { canonical: `/${publication.slug}/${issuePart(issue)}/a/${here.id}` },
  }
}

/** One article, or the notice that stands in its place, or in that of its whole issue. */
export default async function ArticlePage({ params }: Props) {
  const here = await readHere(params)
  if (!here) {
    const withdrawn = await readWithdrawnIssue(await params)
    return withdrawn ? <WithdrawnIssue {...withdrawn} /> : notFound()
  }
  const { read, contents, id } = here
  switch (read.status) {
    case 'missing':
      return notFound()
    case 'withdrawn':
      return <Withdrawn contents={contents} notice={read.notice} />
    case 'found':
      return (
        <ArticleView
          {...{ article: read.article, contents, id }}
          links={await readNoticeLinks(read.article)}
        />
      )
  }
}
