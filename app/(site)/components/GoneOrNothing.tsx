import { readIssue } from '../reads/contents.ts'
import { readPublication } from '../reads/publications.ts'
import { Missing } from './Missing.tsx'
import { WithdrawnIssue } from './WithdrawnIssue.tsx'

/** What stands at an address in an issue that cannot be read: the notice where the whole issue was withdrawn, else nothing. */
export async function GoneOrNothing(address: { publication: string; date: string }) {
  const read = await readIssue(address.publication, address.date)
  const publication = read.status === 'withdrawn' ? await readPublication(address.publication) : null
  if (read.status !== 'withdrawn' || !publication) return <Missing />
  return <WithdrawnIssue publication={publication} notice={read.notice} />
}
