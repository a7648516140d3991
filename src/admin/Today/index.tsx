import type { I18n } from '@payloadcms/translations'
import { Link } from '@payloadcms/ui'
import { createLocalReq, type Payload, type TypedUser } from 'payload'

import { optionsOf } from '../../options.ts'
import { wordsIn } from '../../translations/index.ts'
import { ArticleQueues } from '../ArticleQueues/index.tsx'
import '../IssueLinks/index.css'
import { viewerRoles } from '../issueWork/viewer.ts'
import { IssueTable } from '../Production/IssueTable.tsx'
import '../Production/index.css'
import { readIssues } from '../Production/readIssues.ts'
import { StayFresh } from '../Production/StayFresh.tsx'
import { Requests } from '../Requests/index.tsx'
import './index.css'

interface TodayProps {
  payload: Payload
  user: TypedUser | null
  i18n: I18n
}

/** On the admin's first page: what waits for this person's confirmation, the articles that wait, and the issues under way. Nothing for people without a role of the newspaper. */
export async function Today({ payload, user, i18n }: TodayProps) {
  if (!user) return null
  const req = await createLocalReq({ user }, payload)
  if (viewerRoles(req).length === 0) return null
  const { slugs, views } = optionsOf(payload)
  const words = wordsIn(i18n.language)
  const { admin } = payload.config.routes
  const table = { words, language: i18n.language, list: `${admin}/collections/${slugs.issues}` }
  const underWay = views.includes('issues') ? (await readIssues(req)).underWay : null
  return (
    <div className="broadsheet-today">
      <StayFresh />
      <Requests req={req} language={i18n.language} about={['article', 'issue']} />
      {views.includes('queues') ? (
        <section>
          <h2>{words.admin['queue.label']}</h2>
          <ArticleQueues {...{ payload, user, i18n }} collectionSlug={slugs.articles} here={false} />
        </section>
      ) : null}
      {underWay ? (
        <section>
          <h2>
            <Link href={`${admin}/production`} prefetch={false}>
              {words.board['production.title']}
            </Link>
          </h2>
          {underWay.length > 0 ? (
            <IssueTable
              {...table}
              flowSheets={`${admin}/flow-sheet`}
              issues={underWay}
              label={words.board['production.title']}
            />
          ) : (
            <p>{words.board['production.none']}</p>
          )}
        </section>
      ) : null}
    </div>
  )
}
