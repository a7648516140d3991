/**
 * Plain Payload, as a newspaper would have it without us: articles with drafts and the same text, each published by
 * `payload.update({ data: { _status: 'published' } })`. Prints the milliseconds for all of them.
 */
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload, type CollectionConfig, type Field } from 'payload'

import { sqliteDatabase } from '../src/exports/sqlite.ts'
import { bodyOf } from '../test/newsroom.ts'

const url = process.env.BENCH_DATABASE!
const count = Number(process.env.BENCH_ARTICLES)
const text = (name: string): Field => ({ name, type: 'text' })
const collection = (
  slug: string,
  fields: Field[],
  more: Partial<CollectionConfig> = {},
): CollectionConfig => ({
  slug,
  fields,
  ...more,
})

const config = await buildConfig({
  secret: 'x'.repeat(40),
  db: url.startsWith('mongodb') ? mongooseAdapter({ url }) : sqliteDatabase({ url, push: true }),
  editor: lexicalEditor(),
  telemetry: false,
  collections: [
    collection('users', [], { auth: true }),
    collection('authors', [text('name')]),
    collection(
      'articles',
      [
        ...[text('kicker'), text('headline'), text('deck'), text('bylineRaw'), text('column')],
        { name: 'authors', type: 'relationship', relationTo: 'authors', hasMany: true },
        { name: 'body', type: 'richText' },
      ],
      { versions: { drafts: true } },
    ),
  ],
})
const payload = await getPayload({ config })
payload.logger.level = 'silent'
const author = await payload.create({ collection: 'authors' as never, data: { name: '林小满' } as never })
const ids: string[] = []
for (let index = 0; index < count; index += 1) {
  const line = (at: number) => `${index}第${at}段：市政府昨日发布通知，汛期将至，各区加强巡查。`
  const data = {
    headline: `稿件${index}：新桥今日通车`,
    authors: [author.id],
    body: bodyOf(...Array.from({ length: 6 }, (_, at) => line(at))),
    _status: 'draft',
  }
  ids.push(
    String(
      (await payload.create({ collection: 'articles' as never, data: data as never, draft: true, depth: 0 }))
        .id,
    ),
  )
}
const begun = performance.now()
for (const id of ids) {
  await payload.update({
    collection: 'articles' as never,
    id,
    data: { _status: 'published' } as never,
    depth: 0,
  })
}
console.log(JSON.stringify({ milliseconds: Math.round(performance.now() - begun) }))
await payload.destroy()
process.exit(0)
