import type { DocumentViewServerProps } from 'payload'

import { NotForYou } from '../issueWork/NotForYou.tsx'
import { viewerOf } from '../issueWork/viewer.ts'
import { IssueDesk } from './index.client.tsx'

/** The desk as a view of the issue: Payload has checked that the issue may be read, this that somebody of the house asks. */
export function IssueDeskView({ initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (!viewerOf(req)) return <NotForYou language={req.i18n.language} />
  return <IssueDesk />
}
