import { printedDay } from '../days.ts'
import { editionName } from '../reads/contents.ts'
import { nameOf, type ReadableArticle } from '../reads/article.ts'
import type { Contents, IssuePage } from '../reads/types.ts'
import { fillWords, isEnglish, siteWords } from '../words.ts'

/** How a printed article is cited: authors, headline, paper, day, edition, page. */
export function Citation(props: {
  article: ReadableArticle
  contents: Contents
  page: IssuePage | undefined
}) {
  const { publication } = props.contents
  return (
    <p className="cite">
      <b>{siteWords(publication.language).cite}</b> <span>{citation(props)}</span>
    </p>
  )
}

function citation({ article, contents, page }: Parameters<typeof Citation>[0]): string {
  const { publication, issue } = contents
  const words = siteWords(publication.language)
  const names = article.authors.map(({ name }) => name).join(words.separator)
  const title = nameOf(article)
  const day = printedDay(issue.date, publication.language, { weekday: false })
  const edition = editionName(issue.edition)
  const place = page ? fillWords(words.page, { number: page.number }) : ''
  if (isEnglish(publication.language)) {
    const parts = [names, `“${title}”`, publication.name, day, edition, place.replace(/^P/, 'p')]
    return `${parts.filter(Boolean).join(', ')}.`
  }
  // A title inside a title has single marks, and what only begins a text does not end here.
  const inner = title.replace(/。$/, '').replaceAll('《', '〈').replaceAll('》', '〉')
  return `${names ? `${names}：` : ''}《${inner}》，《${publication.name}》${day}${edition ?? ''}${place}。`
}
