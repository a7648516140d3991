'use client'
import { usePathname } from 'next/navigation.js'
import { useEffect, type ReactNode } from 'react'

/**
 * Round the whole admin: the browser's Back shows the list it leads to. A list of Payload's (3.90.2) that was loaded as a document takes
 * Next's mark off its entry of the history when it completes its address, and Next does not follow Back to an entry without
 * the mark: the address was the list's, the page still the article's.
 */
export function FollowBack({ children }: { children: ReactNode }) {
  const pathname = usePathname()
  useEffect(() => {
    const shown = window.location.pathname
    // A jump within a page has no mark either, and leads to the page that is shown.
    const follow = ({ state }: PopStateEvent) => {
      if (state === null && window.location.pathname !== shown) window.location.reload()
    }
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [pathname])
  return children
}
