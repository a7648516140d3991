import type { Metadata } from 'next'
import { Link } from './Link.tsx'
import { calendarOfDay } from '../addresses.ts'
import { printedDay } from '../days.ts'
import { readWithdrawnIssue } from '../reads/contents.ts'
import type { Publication } from '../reads/types.ts'
import { saysGone } from '../reads/status.ts'
import { siteWords } from '../words.ts'
import { Frame } from './Frame.tsx'
import { missingTitle } from './Missing.tsx'

/** What stands where a whole issue was: that it was withdrawn, and why. @param props.date the issue's part of the address */
export async function WithdrawnIssue(props: { publication: Publication; date: string; notice: string }) {
  await saysGone()
  const { publication, date, notice } = props
  const words = siteWords(publication.language)
  return (
    <Frame
      publication={publication}
      day={date}
      line={<time dateTime={date.slice(0, 10)}>{printedDay(date, publication.language)}</time>}
    >
      <article className="article gone">
        <h1>{words.withdrawnIssue}</h1>
        {notice && <p className="notice">{notice}</p>}
        <p>
          <Link href={calendarOfDay(publication, date)}>{words.otherIssues}</Link>
        </p>
      </article>
    </Frame>
  )
}

/** The title of an address at which there is no issue: that it was withdrawn, or that there is nothing. */
export async function withdrawnTitle(address: { publication: string; date: string }): Promise<Metadata> {
  const withdrawn = await readWithdrawnIssue(address)
  if (!withdrawn) return missingTitle(address.publication)
  const { name, language } = withdrawn.publication
  return {
    title: `${siteWords(language).withdrawnIssue} · ${name} ${printedDay(address.date, language)}`,
    robots: { index: false },
  }
}
