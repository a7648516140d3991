import { expect } from 'vitest'

import { deskMove, settlePreflight, type Newsroom } from './newsroom.ts'

type Row = Record<string, any> & { id: string }

/** The board of an issue, as an editor sees it. */
export async function boardOf(people: Newsroom, issue: string): Promise<any> {
  return (await people.editor.get(`/api/issues/${issue}/board`)).body
}

/** One move of all articles of an issue at once, each on the revision that its card shows. */
export async function bulk(
  people: Newsroom,
  move: { who: Newsroom['editor']; issue: string; transition: string; reason?: string },
) {
  const { who, issue, ...data } = move
  const { pages } = await boardOf(people, issue)
  const cards = new Map<string, Row>(
    pages.flatMap(({ cards: all }: Row) => all.map((card: Row) => [card.article, card] as const)),
  )
  const articles = [...cards.values()].map(({ article, rev, hash }) => ({ id: article, rev, hash }))
  return who.post(`/api/issues/${issue}/bulk`, { ...data, articles })
}

/**
 * Brings out an issue printed long ago, of a newspaper with the archive's workflow: review and proof by two people, all articles at
 * once; then the pages and the issue are signed and published. @returns how many articles appeared
 */
export async function bringOutArchive(people: Newsroom, issue: string): Promise<number> {
  const of = 'issues' as const
  const flagged = (await boardOf(people, issue)).pages.some(({ cards }: Row) =>
    cards.some(({ doubts }: Row) => doubts > 0),
  )
  if (flagged) {
    const accepting = { who: people.editor2, issue, transition: 'acceptFlag', reason: '与原报核对无误' }
    for (const { outcome, blockers } of (await bulk(people, accepting)).body.results)
      if (outcome === 'refused') expect(blockers.map(({ code }: Row) => code)).toContain('flag.none')
  }
  for (const [who, transition] of [
    ['editor2', 'submit'],
    ['editor', 'signOff'],
    ['proofreader', 'proof'],
  ] as const) {
    const { status, body } = await bulk(people, { who: people[who], issue, transition })
    expect([status, body.refused], JSON.stringify(body).slice(0, 600)).toEqual([200, 0])
  }
  await deskMove(people.issueManager, { of, id: issue, name: 'layOut' })
  for (const { id: page } of (await boardOf(people, issue)).pages) {
    await deskMove(people.pageEditor, { of: 'pages', id: page, name: 'toProof' })
    await deskMove(people.sectionHead, { of: 'pages', id: page, name: 'sign' })
  }
  await deskMove(people.issueManager, { of, id: issue, name: 'close' })
  await settlePreflight(people, issue)
  const { items } = (await people.chief.get(`/api/issues/${issue}/preflight`)).body
  for (const { waiver } of items.filter(({ severity }: Row) => severity === 'blocker'))
    expect(waiver).toMatchObject({ by: { name: 'chief' }, reason: '原报如此' })
  await deskMove(people.chief, { of, id: issue, name: 'sign' })
  const { articles } = await deskMove(people.issueManager, { of, id: issue, name: 'publish' })
  return articles!.length
}
