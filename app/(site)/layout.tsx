import type { ReactNode } from 'react'
import './styles/base.css'
import './styles/masthead.css'
import './styles/issue.css'
import './styles/article.css'
import './styles/calendar.css'
import './styles/search.css'
import './styles/print.css'

/** The frame of the pages that readers see. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  )
}
