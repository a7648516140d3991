import config from '@payload-config'
import { getPayload } from 'payload'

// What is published changes at any moment, so nothing is rendered ahead of time.
export const dynamic = 'force-dynamic'

interface IssueRow {
  id: string
  date: string
  edition: string
  publication: { name?: string } | string | null
}

/** The newest published issues, seen as a reader sees them: without a user, through access control. */
export default async function HomePage() {
  const payload = await getPayload({ config })
  const found = await payload.find({
    collection: 'issues',
    overrideAccess: false,
    depth: 1,
    limit: 60,
    pagination: false,
    sort: '-date',
    select: { date: true, edition: true, publication: true },
  })
  const issues = found.docs as unknown as IssueRow[]

  return (
    <main>
      <h1>已见报各期</h1>
      {issues.length === 0 ? (
        <p>还没有见报的内容。</p>
      ) : (
        <ul>
          {issues.map((issue) => (
            <li key={issue.id}>
              <a href={`/api/issues/${issue.id}`}>{issueName(issue)}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/admin">进入采编后台</a>
      </p>
    </main>
  )
}

function issueName({ date, edition, publication }: IssueRow): string {
  const paper = publication && typeof publication === 'object' ? publication.name : undefined
  const parts = [paper, date.slice(0, 10), edition === 'main' ? undefined : edition]
  return parts.filter(Boolean).join(' ')
}
