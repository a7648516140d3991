/** Server components of the admin, by the names that the import map looks up. */
export { ArticleQueues } from '../admin/ArticleQueues/index.tsx'
export { FlowSheetView } from '../admin/FlowSheet/index.tsx'
export { IssueDeskView } from '../admin/IssueDesk/index.tsx'
export { PageBoardView } from '../admin/PageBoard/index.tsx'
export { Production } from '../admin/Production/index.tsx'
export { Today } from '../admin/Today/index.tsx'
