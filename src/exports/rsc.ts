/** Server components of the admin, by the names that the import map looks up. */
export { ArticleQueues } from '../admin/ArticleQueues/index.tsx'
