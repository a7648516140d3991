import { saysMissing } from '../reads/status.ts'
import { NothingHere } from './NothingHere.tsx'

/** A page that there is not: answered 404, in words, also to a browser without scripts. */
export async function Missing() {
  await saysMissing()
  return <NothingHere />
}
