export * from './vocabulary.ts'
export type * from './words.ts'
