import { Link } from './Link.tsx'
import { articleAddress } from '../addresses.ts'
import { printedDay } from '../days.ts'
import type { NoticeLinks as Links } from '../reads/notices.ts'
import type { Publication } from '../reads/types.ts'
import { fillWords, siteWords } from '../words.ts'

/** From a notice to the article it corrects, and from an article to the notices that the paper printed about it. */
export function NoticeLinks({ links, publication }: { links: Links; publication: Publication }) {
  const words = siteWords(publication.language)
  const { corrects, notices } = links
  return (
    <>
      {corrects && (
        <p className="aside">
          {words.correctsArticle}{' '}
          <Link href={articleAddress(publication, corrects.standing.issue, corrects.id)}>
            {fillWords(words.titled, { title: corrects.headline ?? words.noHeadline })}
          </Link>
        </p>
      )}
      {notices.length > 0 && (
        <p className="aside">
          {words.noticePrinted}{' '}
          {notices.map(({ id, headline, standing }, index) => (
            <span key={id}>
              {index > 0 && words.separator}
              <Link href={articleAddress(publication, standing.issue, id)}>
                {printedDay(standing.date, publication.language, { weekday: false })}{' '}
                {fillWords(words.titled, { title: headline ?? words.noHeadline })}
              </Link>
            </span>
          ))}
        </p>
      )}
    </>
  )
}
