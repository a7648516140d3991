'use client'
import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'

/** Milliseconds between two readings while somebody looks at the page. */
const interval = 15_000

/** Has the server render the page anew, so that an issue that has appeared does not stay under way on the screen. */
export function StayFresh() {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(refresh, interval)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [router])
  return null
}
