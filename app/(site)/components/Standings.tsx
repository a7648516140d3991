import { Link } from './Link.tsx'
import { pageAddress } from '../addresses.ts'
import { printedDay } from '../days.ts'
import type { ReadableArticle } from '../reads/article.ts'
import { editionName } from '../reads/contents.ts'
import type { Publication } from '../reads/types.ts'
import { fillWords, siteWords } from '../words.ts'
import { pageName } from './PageList.tsx'

/** Where the paper printed an article, when that is more than one place: a jump is read as one text. */
export function Standings({ article, publication }: { article: ReadableArticle; publication: Publication }) {
  const words = siteWords(publication.language)
  const [first] = article.standings
  if (!first || article.standings.length < 2) return null
  const [before = '', after = ''] = words.standsOn.split('{places}')
  return (
    <p className="aside">
      {before}
      {article.standings.map(({ issue, date, edition, page, pageName: name, jump, jumpPage }, index) => (
        <span key={`${issue}-${page}`}>
          {index > 0 && words.separator}
          <Link href={pageAddress(publication, issue, page)}>
            {date !== first.date && `${printedDay(date, publication.language, { weekday: false })} `}
            {issue !== first.issue && `${editionName(edition) ?? words.mainEdition} `}
            {pageName({ number: page, name }, words)}
          </Link>
          {jump !== 'none' &&
            jumpPage &&
            fillWords(words.inBrackets, {
              text: fillWords(jump === 'out' ? words.jumpOut : words.jumpIn, { page: jumpPage }),
            })}
        </span>
      ))}
      {after}
    </p>
  )
}
