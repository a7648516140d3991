import { readWithdrawnIssue } from '../reads/contents.ts'
import { Missing } from './Missing.tsx'
import { WithdrawnIssue } from './WithdrawnIssue.tsx'

/** What stands at an address in an issue that cannot be read: the notice where the whole issue was withdrawn, else nothing. */
export async function GoneOrNothing(address: { publication: string; date: string }) {
  const withdrawn = await readWithdrawnIssue(address)
  return withdrawn ? (
    <WithdrawnIssue {...withdrawn} date={address.date} />
  ) : (
    <Missing slug={address.publication} />
  )
}
