import type { DocumentViewServerProps } from 'payload'

import { viewerRoles } from '../issueWork/viewer.ts'
import { NotForYou } from '../issueWork/NotForYou.tsx'
import { PageBoard } from './index.client.tsx'

/** The board as a view of the issue: Payload has checked that the issue may be read, this that somebody of the house asks. */
export function PageBoardView({ initPageResult }: DocumentViewServerProps) {
  const { req } = initPageResult
  if (viewerRoles(req).length === 0) return <NotForYou language={req.i18n.language} />
  return <PageBoard />
}
