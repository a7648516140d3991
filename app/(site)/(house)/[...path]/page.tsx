import type { Metadata } from 'next'
import { Missing, missingTitle } from '../../components/Missing.tsx'

// Rendered per request: a page made ahead of time has no nonce, and the browser would refuse its scripts.
export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ path: string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return missingTitle((await params).path[0])
}

/** Every address that nothing else answers. */
export default async function UnknownPage({ params }: Props) {
  const [slug] = (await params).path
  return <Missing {...(slug ? { slug } : {})} />
}
