import { Link } from './Link.tsx'
import { Fragment } from 'react'
import { authorAddress } from '../addresses.ts'
import type { AuthorCard, Publication } from '../reads/types.ts'
import { siteWords } from '../words.ts'

/** 署名, as it was printed where that is known; each author in it leads to what else they wrote. */
export function Byline(props: {
  authors: AuthorCard[]
  printed?: string | null | undefined
  publication: Publication
}) {
  const { authors, printed, publication } = props
  const link = (author: AuthorCard) => (
    <Link href={authorAddress(publication, author.id)} rel="author">
      {author.name}
    </Link>
  )
  if (printed && authors.every(({ name }) => printed.includes(name))) {
    return partsOf(printed, authors).map((part, index) => (
      <Fragment key={index}>{typeof part === 'string' ? part : link(part)}</Fragment>
    ))
  }
  const { separator } = siteWords(publication.language)
  return authors.map((author, index) => (
    <Fragment key={author.id}>
      {index > 0 && separator}
      {link(author)}
    </Fragment>
  ))
}

/** A printed line cut at the names in it. */
function partsOf(line: string, authors: readonly AuthorCard[]): (string | AuthorCard)[] {
  const [author, ...others] = authors
  if (!author) return [line]
  const at = line.indexOf(author.name)
  if (at === -1) return partsOf(line, others)
  const [before, after] = [line.slice(0, at), line.slice(at + author.name.length)]
  return [...partsOf(before, others), author, ...partsOf(after, others)]
}
