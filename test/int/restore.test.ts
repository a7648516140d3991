import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import { bodyOf, printedPage, signedIn, type Page } from '../newsroom.ts'
import { apiClient } from '../rest.ts'

describe('restoring an earlier text', () => {
  let house: Booted
  let printed: Page

  beforeAll(async () => {
    house = await boot()
    printed = await printedPage(house.payload)
  })
  afterAll(() => house.stop())

  it('brings back the text and nothing else: slip, publication and stage stay, and the answer names the next revision', async () => {
    const { token } = await signedIn(house.payload, { roles: ['editor'] })
    const editor = apiClient(token)
    const [{ id }] = printed.articles
    const before = (await editor.get(`/api/articles/${id}?draft=true&depth=0`)).body
    const data = { rev: before.rev, headline: '新桥明日通车', body: bodyOf('改过的正文。') }
    const saved = await editor.patch(`/api/articles/${id}?draft=true&depth=0`, data)
    expect(saved.body.doc.rev).toBe(before.rev + 1)

    const versions = await editor.get(`/api/articles/versions?where[parent][equals]=${id}&depth=0`)
    const first = versions.body.docs.find(({ version }: any) => version.headline === before.headline)
    const restored = await restore({ token, version: first.id, rev: saved.body.doc.rev })
    expect(restored.status).toBe(200)

    const after = (await editor.get(`/api/articles/${id}?draft=true&depth=0`)).body
    expect(after).toMatchObject({ headline: before.headline, body: before.body, authors: before.authors })
    expect(after).toMatchObject({ slip: before.slip, publication: before.publication, stage: 'draft' })
    expect(after.rev).toBe(before.rev + 2)
    expect((await editor.get(`/api/articles/${id}/transitions`)).body.rev).toBe(after.rev)
  })
})

async function restore(args: { token: string; version: string; rev: number }): Promise<Response> {
  const { default: config } = await import('../../payload.config.ts')
  const { token, version, rev } = args
  const headers = { authorization: `JWT ${token}`, 'if-match': String(rev) }
  const url = `http://localhost/api/articles/versions/${version}?draft=true&depth=0`
  return handleEndpoints({ config, request: new Request(url, { method: 'POST', headers }) })
}
