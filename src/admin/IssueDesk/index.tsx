import type { DocumentViewServerProps } from 'payload'

import { NotForYou } from '../issueWork/NotForYou.tsx'
import { viewerRoles } from '../issueWork/viewer.ts'
import { IssueDesk } from './index.client.tsx'

/** The desk as a view of the issue: Payload has checked that the issue may be read, this that somebody of the house asks. */
export function IssueDeskView({ initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (viewerRoles(req).length === 0) return <NotForYou language={req.i18n.language} />
  return <IssueDesk />
}
