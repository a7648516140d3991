import { nameOf, readArticle, type ReadableArticle, type Standing } from './article.ts'

/** An article that another one leads to, where the paper printed it. */
export interface Pointed {
  id: string
  headline: string | null
  standing: Standing
}

/** 更正启事 and what they correct: what an article leads to, of what readers can read now. */
export interface NoticeLinks {
  /** The article that this notice corrects. */
  corrects: Pointed | null
  /** The notices that later issues printed about this article. */
  notices: Pointed[]
}

/** Reads the articles that an article's corrections lead to. */
export async function readNoticeLinks(article: ReadableArticle): Promise<NoticeLinks> {
  const [corrects, ...notices] = await Promise.all([
    article.correctsId ? point(article.correctsId) : null,
    ...article.noticeIds.map(point),
  ])
  return { corrects: corrects ?? null, notices: notices.filter((one) => one !== null) }
}

async function point(id: string): Promise<Pointed | null> {
  const read = await readArticle(id)
  const standing = read.status === 'found' ? read.article.standings[0] : undefined
  return read.status === 'found' && standing ? { id, headline: nameOf(read.article), standing } : null
}
