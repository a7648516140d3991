export type * from './types.ts'
export { readPage } from './readPage.ts'
