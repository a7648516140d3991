import { createHash } from 'node:crypto'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { batchedInserts, lexicalBody } from '../src/exports/importer.ts'
import { makePage } from './newspaper.ts'

/** How large an invented newspaper is. */
export interface HouseSize {
  articles: number
  /** Articles of an issue; eight pages share them. */
  perIssue?: number
  /** Of so many articles one is not published, and so is not to be found by readers; none when 0. */
  hiddenEvery?: number
}

/** Ids of what was made, in the order in which it was made. */
export interface PublishedHouse {
  publication: string
  issues: string[]
  pages: string[]
  articles: string[]
  hidden: string[]
  authors: string[]
}

const pagesOfIssue = 8
const authorsOfHouse = 200
/** Different texts; more would only take longer to make. */
const differentTexts = 400
const issuesAtOnce = 25

/**
 * Writes issues of an invented newspaper straight into the database, published, without the workflow's trail: what readers ask
 * for is there, alike every time for one size. Issues appear daily from 1 January 1990.
 */
export async function publishHouse(payload: Payload, size: HouseSize): Promise<PublishedHouse> {
  const { articles, perIssue = 80, hiddenEvery = 0 } = size
  const made: PublishedHouse = {
    ...{ publication: idOf('publication', 0), issues: [], pages: [], articles: [], hidden: [], authors: [] },
  }
  const texts = Array.from({ length: Math.min(articles, differentTexts) }, (_, seed) => articleText(seed))
  await together(payload, async (create) => {
    await create('publications', {
      ...{ id: made.publication, name: '试印日报', slug: 'trial-daily', profile: 'archive', language: 'zh' },
    })
    for (let index = 0; index < Math.min(authorsOfHouse, articles); index += 1) {
      const id = idOf('author', index)
      made.authors.push(id)
      const name = `记者${String(index).padStart(3, '0')}`
      await create('authors', {
        id,
        name,
        note: '',
        kind: 'person',
        publication: made.publication,
        public: true,
      })
    }
  })
  const issues = Math.ceil(articles / perIssue)
  for (let first = 0; first < issues; first += issuesAtOnce) {
    await together(payload, async (create) => {
      for (let index = first; index < Math.min(first + issuesAtOnce, issues); index += 1) {
        await addIssue(create, {
          index,
          made,
          texts,
          articles: Math.min(perIssue, articles - index * perIssue),
          hiddenEvery,
        })
      }
    })
  }
  return made
}

type Create = (collection: string, row: Record<string, unknown>) => Promise<void>

interface IssueToAdd {
  index: number
  made: PublishedHouse
  texts: ReturnType<typeof articleText>[]
  articles: number
  hiddenEvery: number
}

async function addIssue(
  create: Create,
  { index, made, texts, articles, hiddenEvery }: IssueToAdd,
): Promise<void> {
  const { publication } = made
  const day = new Date(Date.UTC(1990, 0, 1 + index, 12)).toISOString()
  const issue = idOf('issue', index)
  made.issues.push(issue)
  const title = `试印日报 ${day.slice(0, 10)}`
  await create('issues', {
    ...{ id: issue, title, publication, date: day, edition: 'main', number: String(index + 1), public: true },
  })
  const pages = Array.from({ length: Math.min(pagesOfIssue, articles) }, (_, at) => idOf(`page${index}`, at))
  for (const [at, page] of pages.entries()) {
    made.pages.push(page)
    const number = String(at + 1)
    await create('pages', {
      ...{ id: page, title: `${title} ${number}版`, issue, number, sequence: at + 1, public: true },
      name: ['要闻', '本地', '国内', '国际', '经济', '文体', '副刊', '专题'][at],
    })
  }
  for (let at = 0; at < articles; at += 1) {
    const nth = made.articles.length + made.hidden.length
    const id = idOf('article', nth)
    const hidden = hiddenEvery > 0 && nth % hiddenEvery === hiddenEvery - 1
    ;(hidden ? made.hidden : made.articles).push(id)
    await create('articles', {
      ...texts[nth % texts.length],
      ...{ id, publication, _status: hidden ? 'draft' : 'published', truncated: false },
      ...{
        authors: [made.authors[nth % made.authors.length]],
        printedOn: day,
        createdAt: day,
        updatedAt: day,
      },
    })
    const placed = { article: id, page: pages[at % pages.length], issue, public: !hidden, jump: 'none' }
    await create('placements', {
      id: idOf('placement', nth),
      order: Math.floor(at / pages.length) + 1,
      ...placed,
    })
  }
}

/** Everything in one transaction, rows of a table in few statements. */
async function together(payload: Payload, work: (create: Create) => Promise<void>): Promise<void> {
  const req: PayloadRequest = await createLocalReq({}, payload)
  await initTransaction(req)
  const batch = batchedInserts(req)
  const now = new Date().toISOString()
  await work(async (collection, row) => {
    const data = structuredClone({ createdAt: now, updatedAt: now, ...row })
    await batch.db.create({ collection, data, req, returning: false })
  })
  await batch.flush()
  await commitTransaction(req)
}

/** About 6 kB as the API answers it. */
function articleText(seed: number) {
  const [headline = '', , ...paragraphs] = makePage(seed, { articles: 1 }).trim().split('\n')
  return {
    headline,
    title: headline,
    kicker: seed % 3 === 0 ? '民生观察' : null,
    deck: seed % 4 === 0 ? '居民出行更方便' : null,
    column: seed % 5 === 0 ? '街谈' : null,
    bylineRaw: '本报记者',
    body: lexicalBody([...paragraphs, ...paragraphs].map((text) => ({ kind: 'paragraph', text }))),
  }
}

/** 12 characters of the house's alphabet, always the same for one kind and number. */
export function idOf(kind: string, index: number): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  const bytes = createHash('sha256').update(`${kind} ${index}`).digest()
  return Array.from(bytes.subarray(0, 12), (byte) => alphabet[byte % 32]).join('')
}
