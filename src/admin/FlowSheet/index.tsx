import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'

import { NotForYou } from '../issueWork/NotForYou.tsx'
import { viewerRoles } from '../issueWork/viewer.ts'
import { FlowSheet } from './index.client.tsx'

/** 三审三校流程单 as a page to print: without the admin round it. The API checks that this issue may be read. */
export function FlowSheetView({ initPageResult, params }: AdminViewServerProps) {
  const { req } = initPageResult
  const { admin } = req.payload.config.routes
  const segments = Array.isArray(params?.segments) ? params.segments : []
  const issue = segments[1] ?? ''
  // Payload leaves views of a plugin open to everybody.
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/flow-sheet/${issue}`)}`)
  if (viewerRoles(req).length === 0) return <NotForYou language={req.i18n.language} />
  return <FlowSheet issue={issue} />
}
