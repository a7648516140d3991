/** Client components of the admin, by the names that the import map looks up. */
export { Doubts } from '../admin/Doubts/index.client.tsx'
