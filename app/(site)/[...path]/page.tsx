import { Missing, missingTitle } from '../components/Missing.tsx'

// Rendered per request: a page made ahead of time has no nonce, and the browser would refuse its scripts.
export const dynamic = 'force-dynamic'

export const metadata = missingTitle

/** Every address that nothing else answers. */
export default function UnknownPage() {
  return <Missing />
}
