import { printedDay } from '../days.ts'
import { editionName } from '../reads/contents.ts'
import type { Contents } from '../reads/types.ts'
import { fillWords, siteWords } from '../words.ts'

/** What stands under a masthead: day, number, how many pages. */
export function IssueLine({ contents }: { contents: Contents }) {
  const { publication, issue, pages } = contents
  const words = siteWords(publication.language)
  const parts = [
    editionName(issue.edition),
    issue.number && fillWords(words.issueNumber, { number: issue.number }),
    issue.wholeNumber && fillWords(words.wholeNumber, { number: issue.wholeNumber }),
    pages.length === 1 ? words.onePage : fillWords(words.pageCount, { count: pages.length }),
  ]
  return (
    <>
      <time dateTime={issue.date}>{printedDay(issue.date, publication.language)}</time>
      {parts.filter(Boolean).map((part) => (
        <span key={part}>{part}</span>
      ))}
    </>
  )
}
