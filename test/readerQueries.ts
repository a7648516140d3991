import fc from 'fast-check'

/** Ids that a generated question may name: of what is published, of what is not, and of nothing. */
export interface Known {
  ids: Record<string, readonly string[]>
  authors: readonly string[]
}

/** A question of an anonymous reader, sensible or not. */
export interface ReaderQuery {
  /** Path and query, or the body of a GraphQL request. */
  url: string
  body?: string
  language?: string
}

const fields: Record<string, readonly string[]> = {
  publications: ['name', 'slug', 'cnNumber', 'createdAt'],
  issues: ['title', 'date', 'number', 'publication', 'public'],
  pages: ['number', 'name', 'sequence', 'issue', 'issue.date'],
  placements: ['order', 'jump', 'page', 'article', 'issue', 'page.issue'],
  articles: ['headline', 'kicker', 'column', 'authors', 'publication.slug', 'dateline.place', 'updatedAt'],
  authors: ['name', 'note', 'kind', 'publication', 'publication.name'],
  media: ['alt', 'filename', 'mimeType'],
}
const joins: Record<string, string> = {
  issues: 'pages',
  pages: 'placements',
  articles: 'placements',
  authors: 'articles',
}
/** Asked for by people who should not get them, or who mistype. */
const oddFields = [
  'slip',
  'stage',
  'transcript',
  'importRun',
  'nothing',
  'publication.profile',
  '__proto__',
  'slip.stage',
]
const values = [
  '1',
  '要闻',
  '2',
  'main',
  'true',
  '1990-01-02',
  '试印',
  'none',
  '',
  'null',
  "O'Neill",
  '%',
  '[]',
  '居民 出行&更',
]
const operators = [
  'equals',
  'not_equals',
  'like',
  'contains',
  'in',
  'not_in',
  'exists',
  'greater_than',
  'less_than_equal',
  'odd',
]

/** Questions over REST. */
export function restQueries(known: Known): fc.Arbitrary<ReaderQuery> {
  const collection = fc.constantFrom(...Object.keys(fields))
  return collection.chain((name) => {
    const field = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...fields[name]!, 'id') },
      { weight: 1, arbitrary: fc.constantFrom(...oddFields) },
    )
    const ids = [...(known.ids[name] ?? []), 'aaaaaaaaaaaa', 'no-such-id', '7', 'count']
    const path = fc.oneof(
      { weight: 5, arbitrary: fc.constant(`/api/${name}`) },
      { weight: 4, arbitrary: fc.constantFrom(...ids).map((id) => `/api/${name}/${id}`) },
      { weight: 1, arbitrary: fc.constant(`/api/${name}/count`) },
    )
    const params = fc.uniqueArray(paramOf({ name, field, known }), { maxLength: 5, selector: (one) => one })
    const language = fc.constantFrom(undefined, undefined, 'en', 'zh-CN,zh;q=0.9,en;q=0.8', 'fr', '*')
    return fc.tuple(path, params, language).map(([where, parts, lang]) => ({
      url: parts.length === 0 ? where : `${where}?${parts.join('&')}`,
      ...(lang ? { language: lang } : {}),
    }))
  })
}

function paramOf(of: { name: string; field: fc.Arbitrary<string>; known: Known }): fc.Arbitrary<string> {
  const { name, field, known } = of
  const value = fc.oneof(
    fc.constantFrom(...values),
    fc.constantFrom(...(known.ids[name] ?? []), ...known.authors),
  )
  const escaped = value.map(encodeURIComponent)
  const condition = fc
    .tuple(field, fc.constantFrom(...operators), escaped)
    .map(([path, operator, text]) => [`[${path}][${operator}]`, text] as const)
  const join = joins[name]
  return fc.oneof(
    { weight: 4, arbitrary: condition.map(([path, text]) => `where${path}=${text}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('and', 'or'), fc.nat({ max: 2 }), condition)
        .map(([word, index, [path, text]]) => `where[${word}][${index}]${path}=${text}`),
    },
    { weight: 2, arbitrary: field.map((one) => `where%5B${one}%5D%5Bexists%5D=true`) },
    { weight: 3, arbitrary: fc.constantFrom('0', '1', '2', '3', '-1', 'x').map((depth) => `depth=${depth}`) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('0', '1', '3', '10', '-1', 'x', '1.5').map((limit) => `limit=${limit}`),
    },
    { weight: 2, arbitrary: fc.constantFrom('1', '2', '99', '0', 'x').map((page) => `page=${page}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('pagination=false', 'draft=true', 'trash=true', 'locale=all', 'locale=de'),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('', '-'), field).map(([sign, one]) => `sort=${sign}${one}`),
    },
    { weight: 1, arbitrary: field.map((one) => `sort[]=${one}`) },
    {
      weight: 3,
      arbitrary: fc.tuple(field, fc.constantFrom('true', 'false')).map(([one, on]) => `select[${one}]=${on}`),
    },
    { weight: 2, arbitrary: field.map((one) => `populate[${name}][${one}]=true`) },
    ...(join
      ? [
          {
            weight: 3,
            arbitrary: fc.constantFrom('1', '5', '0').map((limit) => `joins[${join}][limit]=${limit}`),
          },
          {
            weight: 1,
            arbitrary: fc.constantFrom(`joins[${join}]=false`, 'joins=false', `joins[${join}][count]=true`),
          },
          { weight: 1, arbitrary: fc.constantFrom(`joins[${join}][sort]=-createdAt`, 'joins[odd][limit]=1') },
        ]
      : []),
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'utm_source=letter',
        '_=17',
        'where=%7B%22id%22%3A1%7D',
        'fallback-locale=zh',
      ),
    },
  )
}

const asked: Record<string, string> = {
  Articles: 'docs { id headline kicker authors { id name } publication { name } } totalDocs hasNextPage',
  Issues:
    'docs { id date title pages(limit: 2) { docs { number placements(limit: 2) { docs { article { headline } } } } } }',
  Authors: 'docs { name articles(limit: 3) { docs { headline } hasNextPage } }',
  Pages: 'docs { id number name issue { title date } }',
  Placements: 'docs { order jump article { headline } page { number } }',
  Publications: 'totalDocs docs { name slug }',
}
const wheres: Record<string, string> = {
  Articles: '{ headline: { like: "改造" } }',
  Issues: '{ date: { greater_than: "1990-01-02T00:00:00.000Z" } }',
  Authors: '{ name: { not_equals: "记者001" } }',
  Pages: '{ number: { in: ["1", "2"] } }',
  Placements: '{ order: { equals: 1 } }',
  Publications: '{ slug: { exists: true } }',
}
/** Each is wrong, refused, or nothing that readers get. */
const oddSelections = ['docs { nothing }', 'docs { id stage }', 'docs { id slip { id } }', 'docs', '']

/** Questions over GraphQL, some of them wrong. */
export function graphqlQueries(known: Known): fc.Arbitrary<ReaderQuery> {
  const list = fc.constantFrom(...Object.keys(asked)).chain((name) =>
    fc
      .tuple(
        fc.constantFrom('', `where: ${wheres[name]}`),
        fc.constantFrom('', 'limit: 1', 'limit: 3', 'limit: -1'),
        fc.constantFrom('', 'page: 2', 'sort: "-createdAt"', 'sort: "nothing"', 'draft: true'),
        fc.oneof(
          { weight: 5, arbitrary: fc.constant(asked[name]!) },
          { weight: 1, arbitrary: fc.constantFrom(...oddSelections) },
        ),
      )
      .map(([where, limit, more, selection]) => {
        const args = [where, limit, more].filter(Boolean).join(', ')
        return { query: `{ ${name}${args ? `(${args})` : ''} { ${selection} } }` }
      }),
  )
  const ids = [...(known.ids.articles ?? []), 'aaaaaaaaaaaa']
  const one = fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, headline]) => ({
    query: `query One($id: String!) { Article(id: $id) { id ${headline ? 'headline' : 'column'} authors { name } } }`,
    variables: { id },
    operationName: 'One',
  }))
  const counted = fc
    .constantFrom('Articles', 'Issues', 'Authors')
    .map((name) => ({ query: `{ count${name} { totalDocs } }` }))
  const spread = fc.nat({ max: 9 }).map((limit) => ({
    query: `query { ...All } fragment All on Query { Articles(limit: ${limit}) { docs { id } } }`,
  }))
  return fc
    .oneof(
      { weight: 6, arbitrary: list },
      { weight: 3, arbitrary: one },
      { weight: 1, arbitrary: counted },
      { weight: 1, arbitrary: spread },
    )
    .map((request) => ({ url: '/api/graphql', body: JSON.stringify(request) }))
}
