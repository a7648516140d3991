import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, Link, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'

import { optionsOf } from '../../options.ts'
import { wordsIn } from '../../translations/index.ts'
import '../IssueLinks/index.css'
import { NotForYou } from '../issueWork/NotForYou.tsx'
import { viewerRoles } from '../issueWork/viewer.ts'
import './index.css'
import { IssueTable } from './IssueTable.tsx'
import { Requests } from '../Requests/index.tsx'
import { readIssues } from './readIssues.ts'
import { StayFresh } from './StayFresh.tsx'

/** 出版: the issues under way and the latest that have appeared, each with the ways to its board and desk. */
export async function Production({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const { payload, i18n, user } = req
  const admin = payload.config.routes.admin
  // Payload leaves views of a plugin open to everybody.
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/production`)}`)
  const words = wordsIn(i18n.language)
  const { board } = words
  const { slugs } = optionsOf(payload)
  const list = `${admin}/collections/${slugs.issues}`
  const read = viewerRoles(req).length > 0 ? await readIssues(req) : null
  const table = { words, language: i18n.language, list, flowSheets: `${admin}/flow-sheet` }
  return (
    <DefaultTemplate
      {...{ i18n, params, payload, permissions, req, searchParams, user, visibleEntities }}
      {...(locale ? { locale } : {})}
    >
      <StayFresh />
      <SetStepNav nav={[{ label: board['production.title'] }]} />
      {read ? (
        <Gutter className="broadsheet-production">
          <h1>{board['production.title']}</h1>
          <Requests req={req} language={i18n.language} about={['issue']} />
          {read.underWay.length > 0 ? (
            <IssueTable {...table} issues={read.underWay} label={board['production.title']} />
          ) : (
            <p>{board['production.none']}</p>
          )}
          <p className="broadsheet-links">
            <Link href={`${list}/create`} prefetch={false}>
              {board['production.new']}
            </Link>
            <Link href={list} prefetch={false}>
              {board['production.all']}
            </Link>
          </p>
          {read.published.length > 0 ? (
            <>
              <h2>{board['production.published']}</h2>
              <IssueTable {...table} issues={read.published} label={board['production.published']} />
            </>
          ) : null}
        </Gutter>
      ) : (
        <NotForYou language={i18n.language} />
      )}
    </DefaultTemplate>
  )
}
