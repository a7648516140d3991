import type { Payload, TypedUser } from 'payload'

import { apiClient } from './rest.ts'
import type { Role } from '../src/core/workflow/index.ts'

type Document = Record<string, any> & { id: string }

/** A user with these roles, as Payload hands it to access functions. */
export async function staff(
  payload: Payload,
  options: { roles: Role[]; publications?: string[]; name?: string },
): Promise<TypedUser> {
  const name = options.name ?? options.roles.join('-')
  const user = await payload.create({
    collection: 'users',
    data: {
      email: `${name}-${Math.random().toString(36).slice(2)}@example.org`,
      password,
      name,
      roles: options.roles,
      publications: options.publications ?? [],
    },
  })
  return { ...user, collection: 'users' } as TypedUser
}

const password = 'correct horse battery staple'

/** A user with these roles and the token of a session of theirs. */
export async function signedIn(
  payload: Payload,
  options: { roles: Role[]; publications?: string[]; name?: string },
) {
  const user = await staff(payload, options)
  const { token } = await payload.login({
    collection: 'users',
    data: { email: String(user.email), password },
  })
  return { user, token: token! }
}

const desk = {
  reporter: ['reporter'],
  editor: ['editor'],
  editor2: ['editor'],
  sectionHead: ['sectionHead'],
  chief: ['chief'],
  chief2: ['chief'],
  proofreader: ['proofreader'],
  proofreader2: ['proofreader'],
  pageEditor: ['pageEditor'],
  issueManager: ['issueManager'],
  auditor: ['auditor'],
  admin: ['admin'],
} as const satisfies Record<string, readonly Role[]>

/** An API client for each person of a newsroom. */
export type Newsroom = Record<keyof typeof desk, ReturnType<typeof apiClient>>

/** One person per role, and the second ones that separation of duties asks for. */
export async function newsroom(payload: Payload, client = apiClient): Promise<Newsroom> {
  // Hashing passwords takes long, and Node does it beside the event loop.
  const people = await Promise.all(
    Object.entries(desk).map(async ([name, roles]) => {
      const { token } = await signedIn(payload, { roles: [...roles], name })
      return [name, client(token)] as const
    }),
  )
  return Object.fromEntries(people) as Newsroom
}

type Client = ReturnType<typeof apiClient>

/** Makes one move as a client does: with the rev and hash it was shown. Fails the test when it is refused. */
export async function move(who: Client, args: { id: string; name: string; input?: object }) {
  const { rev, hash } = (await who.get(`/api/articles/${args.id}/transitions`)).body
  const path = `/api/articles/${args.id}/transitions/${args.name}`
  const answer = await who.post(path, { rev, hash, ...args.input })
  if (answer.status !== 200) throw new Error(`${args.name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as { stage: string; rev: number; hash: string }
}

/** From the first review to `ready`: three reviews and three proofs, each by another person. */
export const reviewsAndProofs: readonly [keyof Newsroom, string][] = [
  ['editor', 'pass'],
  ['sectionHead', 'pass'],
  ['chief', 'signOff'],
  ['proofreader', 'proof'],
  ['proofreader2', 'proof'],
  ['proofreader', 'proof'],
]

/** Takes a draft through all of them to `ready`. */
export async function makeReady(people: Newsroom, id: string): Promise<void> {
  for (const [who, name] of [['editor2', 'submit'] as const, ...reviewsAndProofs])
    await move(people[who], { id, name })
}

/** A body of plain paragraphs, as the editor stores it. */
export function bodyOf(...paragraphs: string[]): object {
  const element = { direction: null, format: '', indent: 0, version: 1 }
  return {
    root: {
      ...element,
      type: 'root',
      children: paragraphs.map((text) => ({
        ...element,
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: [{ type: 'text', text, format: 0, style: '', mode: 'normal', detail: 0, version: 1 }],
      })),
    },
  }
}

export interface Page {
  publication: Document
  issue: Document
  page: Document
  author: Document
  /** Two drafts, placed on the page in this order. */
  articles: [Document, Document]
  placements: [Document, Document]
}

/** One issue with one page and two unpublished articles by one author. */
export async function printedPage(payload: Payload, name = '河畔日报', slug = 'riverside'): Promise<Page> {
  const create = (collection: string, data: object, draft = false) =>
    payload.create({ collection, data, draft }) as unknown as Promise<Document>
  const publication = await create('publications', { name, slug })
  const issue = await create('issues', { publication: publication.id, date: '2021-10-09', edition: 'main' })
  const page = await create('pages', { issue: issue.id, number: '01', name: '要闻' })
  const author = await create('authors', { name: '林小满', publication: publication.id })
  const article = (headline: string) =>
    create(
      'articles',
      { publication: publication.id, headline, authors: [author.id], body: bodyOf(`${headline}的正文。`) },
      true,
    )
  const first = await article('新桥通车')
  const second = await article('老街修缮')
  const place = (id: string, order: number) =>
    create('placements', {
      article: id,
      page: page.id,
      order,
      startLine: order * 10 + 1,
      endLine: order * 10 + 5,
    })
  const placements: [Document, Document] = [await place(first.id, 1), await place(second.id, 2)]
  return { publication, issue, page, author, articles: [first, second], placements }
}

/** Makes one move of a page or an issue as a client does: with the rev and hash it was shown. */
export async function deskMove(
  who: Client,
  args: { of: 'pages' | 'issues'; id: string; name: string; input?: object },
) {
  const { rev, hash } = (await who.get(`/api/${args.of}/${args.id}/transitions`)).body
  const answer = await who.post(`/api/${args.of}/${args.id}/transitions/${args.name}`, {
    ...{ rev, hash, ...args.input },
  })
  if (answer.status !== 200) throw new Error(`${args.name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as { stage: string; rev: number; hash: string; edition?: string; articles?: string[] }
}

/** Changes an issue's layout as the board does: on the rev it was shown. */
export async function layOut(who: Client, issue: string, op: object) {
  const { rev } = (await who.get(`/api/issues/${issue}/board`)).body.issue
  const answer = await who.post(`/api/issues/${issue}/layout`, { rev, ...op })
  if (answer.status !== 200)
    throw new Error(`${JSON.stringify(op)}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Takes an issue whose articles are ready to `signed`: pages proofed and signed, warnings acknowledged, missing number waived. */
export async function signIssue(people: Newsroom, issue: string): Promise<void> {
  const of = 'issues' as const
  await deskMove(people.issueManager, { of, id: issue, name: 'layOut' })
  const { pages } = (await people.pageEditor.get(`/api/issues/${issue}/board`)).body
  for (const { id } of pages) {
    await deskMove(people.pageEditor, { of: 'pages', id, name: 'toProof' })
    await deskMove(people.sectionHead, { of: 'pages', id, name: 'sign' })
  }
  await deskMove(people.issueManager, { of, id: issue, name: 'close' })
  await settlePreflight(people, issue)
  await deskMove(people.chief, { of, id: issue, name: 'sign' })
}

/** Acknowledges every warning, and waives what may be waived. */
export async function settlePreflight(people: Newsroom, issue: string): Promise<void> {
  const { items } = (await people.chief.get(`/api/issues/${issue}/preflight`)).body
  const of = 'issues' as const
  const warnings = items.filter(({ severity }: { severity: string }) => severity === 'warning')
  const waivable = items.filter(
    ({ severity, waivable: may }: { severity: string; waivable: boolean }) => severity === 'blocker' && may,
  )
  if (warnings.length > 0)
    await deskMove(people.chief, { of, id: issue, name: 'acknowledge', input: { items: warnings } })
  if (waivable.length > 0)
    await deskMove(people.chief, {
      of,
      id: issue,
      name: 'waive',
      input: { items: waivable, reason: '原报如此' },
    })
}

/** Takes off their pages what is not ready, then signs and publishes the issue. */
export async function bringOut(people: Newsroom, issue: string) {
  const board = (await people.pageEditor.get(`/api/issues/${issue}/board`)).body
  type Card = { placement: string; stage: string }
  const waiting = board.pages
    .flatMap(({ cards }: { cards: Card[] }) => cards)
    .filter(({ stage }: Card) => stage !== 'ready' && stage !== 'published')
  for (const { placement } of waiting) await layOut(people.pageEditor, issue, { op: 'unplace', placement })
  await signIssue(people, issue)
  return deskMove(people.issueManager, { of: 'issues', id: issue, name: 'publish' })
}
