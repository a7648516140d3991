/** Client components of the admin, by the names that the import map looks up. */
export { ArticleStatus } from '../admin/ArticleStatus/index.client.tsx'
export { Doubts } from '../admin/Doubts/index.client.tsx'
export { PublishIssue } from '../admin/PublishIssue/index.client.tsx'
export { RestoreVersion } from '../admin/RestoreVersion/index.client.tsx'
export { ReviewSlip } from '../admin/ReviewSlip/index.client.tsx'
export { Nothing, SaveArticle } from '../admin/SaveArticle/index.client.tsx'
export { StageCell } from '../admin/StageTag/cell.client.tsx'
export { WorkflowBar } from '../admin/WorkflowBar/index.client.tsx'
