import { configToSchema } from '@payloadcms/graphql'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { attackedHouse, snapshot, type AttackedHouse, type Row } from './attackedHouse.ts'

interface TypeRef {
  kind: string
  name: string | null
  ofType: TypeRef | null
}

interface Field {
  name: string
  type: TypeRef
  args: { name: string; type: TypeRef }[]
}

/** Told by names: Payload's GraphQL library is loaded a second time here. */
function refOf(type: object): TypeRef {
  const kinds: Record<string, string> = {
    ...{ GraphQLNonNull: 'NON_NULL', GraphQLList: 'LIST', GraphQLEnumType: 'ENUM' },
    ...{ GraphQLInputObjectType: 'INPUT_OBJECT', GraphQLObjectType: 'OBJECT' },
  }
  const { name, ofType } = type as { name?: string; ofType?: object }
  const kind = kinds[type.constructor.name] ?? 'SCALAR'
  return { kind, name: name ?? null, ofType: ofType ? refOf(ofType) : null }
}

/** Everything that a mutation of these may be called after. */
const closed = ['ReviewSlip', 'ReviewRecord', 'WorkflowEvent', 'Text', 'Transcript', 'ImportRun'] as const

// Everybody tries everything: thousands of requests.
vi.setConfig({ testTimeout: 180_000 })

describe('every mutation over GraphQL', () => {
  let attacked: AttackedHouse
  let mutations: Field[]
  const inputs = new Map<string, { name: string; type: TypeRef }[]>()
  const enums = new Map<string, string[]>()

  beforeAll(async () => {
    attacked = await attackedHouse()
    // In production the server tells nobody its schema.
    const { default: config } = await import('../../../payload.config.ts')
    const { schema } = configToSchema(await config)
    mutations = Object.values(schema.getMutationType()!.getFields()).map(({ name, type, args }) => ({
      ...{ name, type: refOf(type), args: args.map((arg) => ({ name: arg.name, type: refOf(arg.type) })) },
    }))
    for (const [name, type] of Object.entries(schema.getTypeMap())) {
      if ('getValues' in type)
        enums.set(
          name,
          type.getValues().map((value) => value.name),
        )
      else if (refOf(type).kind === 'INPUT_OBJECT' && 'getFields' in type) {
        const fields = Object.values(type.getFields())
        inputs.set(
          name,
          fields.map((field) => ({ name: field.name, type: refOf(field.type) })),
        )
      }
    }
  })
  afterAll(() => attacked.stop())

  /** A value of a type: everything it may hold, `given` where a name is known. */
  function literal(ref: TypeRef, args: { given: Record<string, unknown>; depth?: number }): string {
    const { given, depth = 0 } = args
    if (ref.kind === 'NON_NULL') return literal(ref.ofType!, args)
    if (ref.kind === 'LIST') return `[${literal(ref.ofType!, args)}]`
    if (ref.kind === 'ENUM') return enums.get(ref.name!)!.at(-1)!
    if (ref.kind === 'INPUT_OBJECT') {
      const fields = inputs
        .get(ref.name!)!
        .filter(({ name, type }) => name in given || (depth < 2 && type.kind === 'NON_NULL'))
      const inner = fields.map(({ name, type }) => {
        const value = name in given ? JSON.stringify(given[name]) : literal(type, { given, depth: depth + 1 })
        // Options are names, not texts.
        const base = type.kind === 'NON_NULL' ? type.ofType! : type
        return `${name}: ${base.kind === 'ENUM' ? String(given[name] ?? enums.get(base.name!)!.at(-1)) : value}`
      })
      return `{ ${inner.join(', ')} }`
    }
    if (ref.name === 'Int' || ref.name === 'Float') return '9'
    if (ref.name === 'Boolean') return 'true'
    return '"forgedforged"'
  }

  function call(mutation: Field, given: Record<string, unknown>): string {
    const args = mutation.args
      .filter(({ name, type }) => name in given || type.kind === 'NON_NULL')
      .map(({ name, type }) => {
        const known = name !== 'data' && name in given
        return `${name}: ${known ? JSON.stringify(given[name]) : literal(type, { given })}`
      })
    const named = mutation.type.kind === 'NON_NULL' ? mutation.type.ofType! : mutation.type
    const selection = named.kind === 'OBJECT' ? ' { __typename }' : ''
    return `mutation { ${mutation.name}${args.length ? `(${args.join(', ')})` : ''}${selection} }`
  }

  const of = (name: string) =>
    new RegExp(`^(create|update|delete|duplicate|restoreVersion|unpublish|bulk\\w*)${name}s?$`)

  it('of what only the workflow and the importer write is refused for everybody', async () => {
    const before = await snapshot(attacked)
    const { payload } = attacked.house
    const found = mutations.filter(({ name }) => closed.some((one) => of(one).test(name)))
    expect(found.map(({ name }) => name)).toEqual(
      expect.arrayContaining(closed.flatMap((one) => [`create${one}`, `update${one}`, `delete${one}`])),
    )
    for (const mutation of found) {
      const collection = `${mutation.name
        .replace(/^[a-z]+(?=[A-Z])/, '')
        .replace(/(?!^)[A-Z]/g, '-$&')
        .toLowerCase()}s`
      const row = await payload.db.findOne<Row>({ collection, where: { id: { exists: true } } })
      for (const [who, client] of Object.entries(attacked.attackers)) {
        const query = call(mutation, {
          id: row?.id ?? 'forgedforged',
          opinion: '同意',
          reason: 'x',
          draft: true,
        })
        const { status, body } = await client.graphql(query)
        expect(status, query).toBeLessThan(500)
        expect(body.errors?.length, `${who}: ${query} ${JSON.stringify(body)}`).toBeGreaterThan(0)
        expect(Object.values(body.data ?? {}).filter(Boolean), query).toEqual([])
        // Refused because it is closed, not because it was asked in a wrong way.
        expect(JSON.stringify(body.errors), query).not.toMatch(
          /GRAPHQL_VALIDATION|Expected|Syntax Error|Unknown argument/,
        )
      }
    }
    expect(await snapshot(attacked)).toEqual(before)
  })

  it('of an article makes drafts or nothing', async () => {
    const before = await snapshot(attacked)
    const { targets, house } = attacked
    const found = mutations.filter(({ name }) => of('Article').test(name) && !name.startsWith('create'))
    expect(found.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['updateArticle', 'deleteArticle', 'restoreVersionArticle']),
    )
    for (const mutation of found) {
      for (const id of [targets.live, targets.correcting, targets.draft]) {
        const slip = (await house.payload.db.findOne<Row>({
          ...{ collection: 'review-slips', where: { article: { equals: id } } },
        }))!
        const { docs } = await house.payload.db.findVersions<Row>({
          ...{ collection: 'articles', where: { parent: { equals: id } }, limit: 1 },
        })
        const target = mutation.name.startsWith('restore') ? String(docs[0]!.id) : id
        for (const [who, client] of Object.entries(attacked.attackers)) {
          for (const draft of [false, true]) {
            const query = call(mutation, {
              ...{
                id: target,
                draft,
                autosave: draft,
                _status: 'published',
                headline: '伪造',
                rev: slip.rev,
              },
              ...{ title: '伪', slip: 'forgedforged', importedHash: 'x', createdAt: '2000-01-01T00:00:00Z' },
            })
            const { status, body } = await client.graphql(query)
            expect(status, query).toBeLessThan(500)
            const through = Object.values(body.data ?? {}).some(Boolean)
            if (through) expect(`${who} ${mutation.name}`).toBe('editor updateArticle')
          }
        }
      }
    }
    expect(await snapshot(attacked)).toEqual(before)
  })

  it('that creates an article creates a draft', async () => {
    const before = await snapshot(attacked)
    const create = mutations.find(({ name }) => name === 'createArticle')!
    const made: string[] = []
    for (const [who, client] of Object.entries(attacked.attackers)) {
      const query = call(create, {
        ...{
          publication: attacked.printed.publication.id,
          headline: '造',
          _status: 'published',
          draft: false,
        },
        ...{ title: '伪', slip: before.kept.slips[0]!.id, importedHash: 'x' },
      })
      const { body } = await client.graphql(query)
      if (body.data?.createArticle) made.push(who)
    }
    expect(made.sort()).toEqual(['chief', 'editor', 'reporter', 'sectionHead'])
    const after = await snapshot(attacked)
    expect(after.readers).toEqual(before.readers)
    expect(after.kept.public).toEqual(before.kept.public)
  })

  it('several in one request are each judged: a stale one after a good one is refused', async () => {
    const { attackers, house, targets } = attacked
    const slip = async () =>
      (await house.payload.db.findOne<Row>({
        ...{ collection: 'review-slips', where: { article: { equals: targets.draft } } },
      }))!
    const { rev } = await slip()
    const move = (alias: string, at: string) =>
      `${alias}: transitionArticle(id: "${targets.draft}", transition: "hold", ${at}) { rev }`
    const { body } = await attackers.editor.graphql(
      `mutation { ${move('a', `rev: ${rev}`)} ${move('b', `rev: ${rev}`)} ${move('c', '')} }`,
    )
    expect(body.errors).toHaveLength(2)
    expect((await slip()).rev).toBe(rev + 1)
  })

  it('that moves an article obeys the rule book: nobody makes a move of the system', async () => {
    const before = await snapshot(attacked)
    for (const [who, client] of Object.entries(attacked.attackers)) {
      for (const name of ['publish', 'save', 'create', '__proto__', 'constructor']) {
        const { body } = await client.graphql(
          `mutation { transitionArticle(id: "${attacked.targets.ready}", transition: "${name}", rev: 9) { stage } }`,
        )
        expect(body.errors?.length, `${who} ${name}`).toBeGreaterThan(0)
      }
    }
    expect(await snapshot(attacked)).toEqual(before)
  })
})
