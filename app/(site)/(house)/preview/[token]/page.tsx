import type { Metadata } from 'next'
import {
  datelineBefore,
  openingWords,
  type Preview,
  type PreviewArticle,
} from '../../../../../src/exports/delivery.ts'
import { ArticleBody } from '../../../components/ArticleBody.tsx'
import { Frame } from '../../../components/Frame.tsx'
import { HouseFrame } from '../../../components/HouseFrame.tsx'
import { Heading } from '../../../components/Heading.tsx'
import { pageName } from '../../../components/PageList.tsx'
import { momentTime } from '../../../days.ts'
import { Pictures } from '../../../components/Pictures.tsx'
import { readPreview } from '../../../reads/preview.ts'
import { fillWords, isEnglish, siteWords, type SiteWords } from '../../../words.ts'

// Rendered for each request and kept by nobody: what it shows is not published.
export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: '预览 · Preview',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

/** The working copy of one article or one issue, and what it is beside what readers see, for whoever was given its link. */
export default async function PreviewPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const read = await readPreview(token)
  if ('refusal' in read) {
    return (
      <HouseFrame language={isEnglish(read.language) ? 'en' : 'zh-CN'}>
        {/* Where the answer is 404 already, Next leaves a page's metadata out. */}
        <title>{siteWords(read.language).noPreview}</title>
        <h1>{siteWords(read.language).noPreview}</h1>
        <p className="notice">{read.refusal}</p>
      </HouseFrame>
    )
  }
  const { preview } = read
  const { publication } = preview
  const words = siteWords(publication.language)
  return (
    <Frame publication={publication} line={<Standing preview={preview} words={words} />}>
      {preview.kind === 'article' ? (
        <Text article={preview.article} words={words} />
      ) : (
        preview.pages.map((page) => (
          <section key={page.id} aria-label={pageName(page, words)}>
            <p className="page-title">{pageName(page, words)}</p>
            {page.articles.map(({ article, notice }, place) =>
              article ? (
                <Text key={place} article={article} words={words} />
              ) : (
                <p key={place} className="notice">
                  {notice}
                </p>
              ),
            )}
          </section>
        ))
      )}
    </Frame>
  )
}

/** What it is that is shown, and how long. */
function Standing({ preview, words }: { preview: Preview; words: SiteWords }) {
  const time = momentTime(preview.expires, preview.publication.language)
  return (
    <>
      <strong>{words.preview[preview.standing]}</strong> {fillWords(words.previewUntil, { time })}
    </>
  )
}

function Text({ article, words }: { article: PreviewArticle; words: SiteWords }) {
  const { authors, bylineRaw, dateline, pictures, photoCredits } = article
  const names = authors.map(({ name }) => name).join(words.separator)
  return (
    <article className="article">
      <Heading article={article} opening={openingWords(article.body, 24)} />
      <p className="by">{names || bylineRaw}</p>
      <Pictures
        words={words}
        pictures={pictures.flatMap(({ url, alt, caption, credit }) =>
          url
            ? [{ url, width: null, height: null, smaller: [], alt: alt ?? caption ?? '', caption, credit }]
            : [],
        )}
      />
      <ArticleBody body={article.body} dateline={datelineBefore(dateline, article.body)} />
      {photoCredits.length > 0 && (
        <p className="aside">{fillWords(words.photo, { name: photoCredits.join(words.separator) })}</p>
      )}
    </article>
  )
}
