import type { Contents, IssuePage } from '../reads/types.ts'
import { siteWords } from '../words.ts'
import { issueAddress, pageAddress } from '../addresses.ts'
import { issuePart } from '../reads/contents.ts'
import { readPageArticles } from '../reads/pageArticles.ts'
import { Frame } from './Frame.tsx'
import { Headlines } from './Headlines.tsx'
import { IssueLine } from './IssueLine.tsx'
import { OtherPages } from './OtherPages.tsx'
import { PageList, pageName } from './PageList.tsx'
import { Pager } from './Pager.tsx'
import { Responsibility } from './Responsibility.tsx'

/** A page of an issue beside the list of its pages; without a number the first one. */
export async function IssueFront({ contents, page: number }: { contents: Contents; page?: string }) {
  const { publication, issue, pages } = contents
  const words = siteWords(publication.language)
  const part = issuePart(issue)
  const page = number ? pages.find((one) => one.number === number) : pages[0]
  const index = page ? pages.indexOf(page) : -1
  const way = (to: IssuePage | undefined, text: string) =>
    to ? { href: pageAddress(publication, part, to.number), text, title: to.name ?? undefined } : null
  return (
    <Frame
      publication={publication}
      day={issue.date}
      large={index <= 0}
      line={<IssueLine contents={contents} />}
      path={number ? pageAddress(publication, part, number) : issueAddress(publication, part)}
    >
      <div className="issue">
        <PageList contents={contents} current={page?.number} />
        {page && (
          <section className="page" aria-labelledby="page-title">
            <h1 id="page-title" className="page-title">
              {pageName(page, words)}
            </h1>
            <Headlines contents={contents} page={page} texts={await readPageArticles(page)} />
            {index === 0 && <OtherPages contents={contents} current={page} />}
            <Responsibility responsibility={page.responsibility} words={words} />
            <Pager
              previous={way(pages[index - 1], words.previousPage)}
              next={way(pages[index + 1], words.nextPage)}
            />
          </section>
        )}
      </div>
    </Frame>
  )
}
