import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { pageHeader, sayStatus } from '../../../server/pageStatus.ts'

/** The page is answered 404. In a Next without our server it ends here, in Next's own way. */
export async function saysMissing(): Promise<void> {
  if (!sayStatus((await headers()).get(pageHeader), 404)) notFound()
}

/** The page is answered 410: there was something, and it was withdrawn. */
export async function saysGone(): Promise<void> {
  sayStatus((await headers()).get(pageHeader), 410)
}
