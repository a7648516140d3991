import Link from 'next/link'
import { Fragment } from 'react'
import { authorAddress } from '../addresses.ts'
import type { AuthorCard, Publication } from '../reads/types.ts'
import { siteWords } from '../words.ts'

/** The authors of an article, each leading to what else they wrote. */
export function Byline({ authors, publication }: { authors: AuthorCard[]; publication: Publication }) {
  const words = siteWords(publication.language)
  return authors.map((author, index) => (
    <Fragment key={author.id}>
      {index > 0 && words.separator}
      <Link href={authorAddress(publication, author.id)} rel="author">
        {author.name}
      </Link>
    </Fragment>
  ))
}
