import type { HttpClient } from './http.ts'

/** What is asked about: two articles of one issue, and another issue that nothing happens to. */
export interface DoorTargets {
  publication: { id: string; slug: string }
  issue: { id: string; date: string }
  page: { id: string }
  author: { id: string }
  article: { id: string }
  /** A word that each version of the article has in its headline, and nothing else does. */
  word: string
}

/** A way in for whoever is not logged in: its name, and how it is asked. */
export type Door = readonly [
  name: string,
  ask: (reader: HttpClient) => Promise<{ status: number; body: unknown }>,
]

/** Every public door through which something of an article comes out, or the fact that there is one. */
export function publicDoors(of: DoorTargets): Door[] {
  const { publication, issue, page, author, article, word } = of
  const q = encodeURIComponent(word)
  const paths: Record<string, string> = {
    'article by id': `/api/articles/${article.id}`,
    'article by id, asked for its draft': `/api/articles/${article.id}?draft=true`,
    'article by id, with all that is related': `/api/articles/${article.id}?depth=3`,
    'list of articles': '/api/articles?sort=id&depth=0',
    'list of articles by headline': `/api/articles?where[headline][like]=${q}&depth=0`,
    'list of articles, sorted by what staff alone see': '/api/articles?sort=slip,id&depth=0',
    'list of drafts': '/api/articles?sort=id&draft=true&depth=0',
    'count of articles': '/api/articles/count',
    'count of articles by headline': `/api/articles/count?where[headline][like]=${q}`,
    'placements with articles': '/api/placements?sort=id&depth=1',
    'pages with placements joined': `/api/pages/${page.id}?depth=2`,
    'author with articles joined': `/api/authors/${author.id}?depth=1`,
    'list of authors': '/api/authors?sort=id&depth=0',
    'issue by id, with pages joined': `/api/issues/${issue.id}?depth=1`,
    'list of issues': '/api/issues?sort=id&depth=0',
    'count of issues': '/api/issues/count',
    'count of placements': '/api/placements/count',
    search: `/api/search?q=${q}`,
    'table of contents': `/api/publications/${publication.slug}/issues/${issue.date}`,
    'latest issue': `/api/publications/${publication.slug}/issues/latest`,
    calendar: `/api/publications/${publication.slug}/calendar/${issue.date.slice(0, 4)}`,
    RSS: `/api/feeds/${publication.slug}/rss.xml`,
    'feed of the author': `/api/feeds/${publication.slug}/authors/${author.id}/feed.json`,
    'news sitemap': '/api/feeds/news-sitemap.xml',
    'list of sitemaps': '/api/feeds/sitemap.xml',
    'sitemap of the month': `/api/feeds/sitemap/months/${publication.slug}-${issue.date.slice(0, 7)}.xml`,
    'article as ninjs': `/api/articles/${article.id}/ninjs`,
    'article as JSON-LD': `/api/articles/${article.id}/jsonld`,
    'issue as ninjs': `/api/issues/${issue.id}/ninjs`,
  }
  const queries: Record<string, string> = {
    'GraphQL article': `{ Article(id: "${article.id}") { id headline body version corrections { kind note } } }`,
    'GraphQL draft of the article': `{ Article(id: "${article.id}", draft: true) { headline } }`,
    'GraphQL list':
      '{ Articles(sort: "id") { totalDocs docs { id headline version placements { docs { id } } } } }',
    'GraphQL count': '{ countArticles { totalDocs } }',
    'GraphQL issue': `{ Issue(id: "${issue.id}") { id title pages { docs { number placements { docs { tombstone } } } } } }`,
    'GraphQL joins': `{
      Issues(sort: "id") { totalDocs docs { id pages { docs { id placements { docs { tombstone article { id headline } } } } } } }
      Authors(sort: "id") { docs { name articles { docs { headline } } } }
    }`,
  }
  return [
    ...Object.entries(paths).map(([name, path]): Door => [
      name,
      (reader) => reader.send({ method: 'GET', path, plain: true }),
    ]),
    ...Object.entries(queries).map(([name, query]): Door => [name, (reader) => reader.graphql(query)]),
  ]
}

/** Readers who never stop asking at every door. */
export interface Crowd {
  /** By door, for each reader: the answers in the order in which they came, each noted when it differs from the one before. */
  heard: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Answers so far, of all doors and readers together. */
  count(): number
  stop(): Promise<void>
}

/** Sends readers round all doors, again and again, until they are stopped. */
export function crowdAt(
  doors: readonly Door[],
  { reader, readers }: { reader: HttpClient; readers: number },
): Crowd {
  const heard = new Map(doors.map(([name]) => [name, Array.from({ length: readers }, (): string[] => [])]))
  let going = true
  let count = 0
  const everyone = Array.from({ length: readers }, async (_, index) => {
    // Each begins at another door.
    for (let next = index; going; next += 1) {
      const [name, ask] = doors[next % doors.length]!
      const text = textOf(await ask(reader))
      const mine = heard.get(name)![index]!
      count += 1
      if (mine.at(-1) !== text) mine.push(text)
    }
  })
  // A door that does not answer at all is told when the crowd is stopped.
  for (const one of everyone) one.catch(() => undefined)
  return {
    heard,
    count: () => count,
    stop: async () => {
      going = false
      await Promise.all(everyone)
    },
  }
}

/** What every door answers now, by its name. */
export async function atRest(doors: readonly Door[], reader: HttpClient): Promise<Map<string, string>> {
  const answers = await Promise.all(
    doors.map(async ([name, ask]) => [name, textOf(await ask(reader))] as const),
  )
  return new Map(answers)
}

function textOf({ status, body }: { status: number; body: unknown }): string {
  return `${status} ${typeof body === 'string' ? body : JSON.stringify(body)}`
}
