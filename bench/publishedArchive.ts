import { randomBytes } from 'node:crypto'
import { commitTransaction, createLocalReq, initTransaction, type Payload } from 'payload'

import { batchedInserts, lexicalBody } from '../src/exports/importer.ts'
import { articleWriter } from './inventedText.ts'

/** Articles of a day, on these pages, by these many authors of each publication. */
const ofDay = 14
const pageNames = ['要闻', '城事', '经济', '副刊']
const authorsOfPublication = 150
const publications = ['晨报', '晚报']

/**
 * Writes an archive of published articles straight into the database, as publishing would leave them for readers: two
 * publications by turns, a day's issue after the other from 2000 on.
 */
export async function publishArchive(
  payload: Payload,
  args: { articles: number; words: readonly string[] },
): Promise<void> {
  const write = articleWriter(args.words, 7)
  const mastheads = await together(payload, async (create) => {
    const made = []
    for (const [index, name] of publications.entries()) {
      const publication = await create('publications', {
        name,
        slug: `paper-${index + 1}`,
        profile: 'archive',
      })
      const authors = []
      for (let number = 0; number < authorsOfPublication; number++) {
        const author = { name: `记者${index}-${number}`, note: '', kind: 'person', publication, public: true }
        authors.push(await create('authors', author))
      }
      made.push({ publication, authors })
    }
    return made
  })
  const days = Math.ceil(args.articles / ofDay)
  for (let first = 0; first < days; first += 40) {
    await together(payload, async (create) => {
      for (let day = first; day < Math.min(first + 40, days); day++) {
        const { publication, authors } = mastheads[day % mastheads.length]!
        const date = new Date(Date.UTC(2000, 0, 1 + day, 12)).toISOString()
        const issue = await create('issues', {
          title: date,
          publication,
          date,
          edition: 'main',
          public: true,
        })
        const pages = []
        for (const [index, name] of pageNames.entries()) {
          const page = {
            title: name,
            issue,
            number: String(index + 1),
            sequence: index + 1,
            name,
            public: true,
          }
          pages.push(await create('pages', page))
        }
        for (let at = 0; at < Math.min(ofDay, args.articles - day * ofDay); at++) {
          const { headline, paragraphs } = write()
          const body = lexicalBody(paragraphs.map((text) => ({ kind: 'paragraph', text })))
          const by = [authors[(day * ofDay + at) % authors.length]!]
          const article = await create('articles', {
            ...{
              publication,
              headline,
              title: headline,
              body,
              authors: by,
              truncated: false,
              _status: 'published',
            },
            ...{ publishedAt: date, printedOn: date, version: 1, createdAt: date, updatedAt: date },
          })
          const page = pages[at % pages.length]!
          const placement = {
            article,
            page,
            issue,
            order: Math.floor(at / pages.length) + 1,
            jump: 'none',
            public: true,
          }
          await create('placements', placement)
        }
      }
    })
  }
}

type Create = (collection: string, row: Record<string, unknown>) => Promise<string>

/** Everything in one transaction, the rows of a table in few statements. */
async function together<Result>(
  payload: Payload,
  work: (create: Create) => Promise<Result>,
): Promise<Result> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  const batch = batchedInserts(req)
  const now = new Date().toISOString()
  const result = await work(async (collection, row) => {
    const id = newId()
    const data = structuredClone({ createdAt: now, updatedAt: now, ...row, id })
    await batch.db.create({ collection, data, req, returning: false })
    return id
  })
  await batch.flush()
  await commitTransaction(req)
  return result
}

function newId(): string {
  return Array.from(randomBytes(12), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('')
}
