import type { Metadata } from 'next'
import { saysMissing } from '../reads/status.ts'
import { siteWords } from '../words.ts'
import { NothingHere } from './NothingHere.tsx'

/** The title of a page that there is not. */
export const missingTitle: Metadata = { title: siteWords('zh').notFound, robots: { index: false } }

/** A page that there is not: answered 404, in words, also to a browser without scripts. */
export async function Missing() {
  await saysMissing()
  return <NothingHere />
}
