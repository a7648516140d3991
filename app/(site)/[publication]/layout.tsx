import type { ReactNode } from 'react'
import '../styles/all.ts'
import { readPublication } from '../reads/publications.ts'

export const dynamic = 'force-dynamic'

/** The document of a newspaper's pages, in its language: a reader who goes to another paper gets another document. */
export default async function PaperLayout(props: {
  params: Promise<{ publication: string }>
  children: ReactNode
}) {
  const publication = await readPublication((await props.params).publication)
  return (
    <html lang={publication?.language ?? 'zh-CN'}>
      <body>{props.children}</body>
    </html>
  )
}
