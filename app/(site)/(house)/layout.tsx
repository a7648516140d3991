import type { ReactNode } from 'react'
import '../styles/all.ts'
import { houseLanguage, readPublications } from '../reads/publications.ts'

// What is published changes at any moment, so nothing is rendered ahead of time.
export const dynamic = 'force-dynamic'

/** The document of the pages that are no one newspaper's. */
export default async function HouseLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={houseLanguage(await readPublications())}>
      <body>{children}</body>
    </html>
  )
}
