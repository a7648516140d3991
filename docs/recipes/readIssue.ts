interface Headlines {
  date: string
  pages: { number: string; name: string | null; headlines: { headline: string; path: string }[] }[]
}

/** The newest issue of a newspaper with the headlines of each page; null while none has appeared. */
export async function readIssue(origin: string, newspaper: string): Promise<Headlines | null> {
  const answer = await fetch(`${origin}/api/publications/${encodeURIComponent(newspaper)}/issues/latest`)
  if (answer.status === 404) return null
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  const { issue, pages } = (await answer.json()) as {
    issue: { date: string }
    pages: {
      number: string
      name: string | null
      articles: { article: { headline: string | null; path: string } | null }[]
    }[]
  }
  return {
    date: issue.date,
    pages: pages.map(({ number, name, articles }) => ({
      ...{ number, name },
      // A place may be empty: what stood there was withdrawn. A headline may be missing, as it was in print.
      headlines: articles.flatMap(({ article }) =>
        article?.headline ? [{ headline: article.headline, path: article.path }] : [],
      ),
    })),
  }
}
