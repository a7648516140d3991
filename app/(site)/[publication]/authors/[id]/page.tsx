import type { Metadata } from 'next'
import { authorAddress } from '../../../addresses.ts'
import { ArticleList } from '../../../components/ArticleList.tsx'
import { Frame } from '../../../components/Frame.tsx'
import { Missing, missingTitle } from '../../../components/Missing.tsx'
import { Pager } from '../../../components/Pager.tsx'
import { readAuthor } from '../../../reads/author.ts'
import { describePage } from '../../../reads/head.ts'
import { fillWords, siteWords } from '../../../words.ts'

export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ publication: string; id: string }>
  searchParams: Promise<{ p?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { publication, id } = await params
  const found = await readAuthor(publication, id, 1)
  if (!found) return missingTitle(publication)
  const { author, publication: paper } = found
  const title = `${author.name} · ${paper.name}`
  return describePage({
    ...{ publication: paper, title, path: authorAddress(paper, author.id), feed: { author: author.id } },
  })
}

/** An author and what they have written, newest first. */
export default async function AuthorPage({ params, searchParams }: Props) {
  const { publication: slug, id } = await params
  const page = Number((await searchParams).p ?? 1)
  const found = isPage(page) ? await readAuthor(slug, id, page) : null
  if (!found || page > Math.max(1, found.pages)) return <Missing slug={slug} />
  const { author, publication, articles, total, pages } = found
  const words = siteWords(publication.language)
  const address = authorAddress(publication, author.id)
  return (
    <Frame publication={publication} feed={{ author: author.id }} path={address}>
      <h1>{fillWords(words.articlesBy, { name: author.name })}</h1>
      <p className="aside">
        {author.note && <span>{author.note} · </span>}
        {fillWords(words.articleCount, { count: total })}
      </p>
      <ArticleList articles={articles} publication={publication} />
      <Pager
        previous={page > 1 ? { href: `${address}?p=${page - 1}`, text: words.previous } : null}
        next={page < pages ? { href: `${address}?p=${page + 1}`, text: words.next } : null}
      />
    </Frame>
  )
}

/** Nobody has written so much that there are more. */
function isPage(page: number): boolean {
  return Number.isInteger(page) && page >= 1 && page <= 10_000
}
