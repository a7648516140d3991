'use client'
import { useEffect, type RefObject } from 'react'

/** What the keys do; null where there is nothing to do. */
export interface Shortcuts {
  /** Alt+Enter: the move that takes the article on. */
  main: (() => void) | null
  /** Alt+R: the move back. */
  back: (() => void) | null
  /** Escape: closes the panel. */
  close: (() => void) | null
}

/**
 * Keys of the workflow, while the part is on the page. Nothing happens in a drawer above it, nor while a Chinese
 * input method is composing. Alt+R is told by the key's place, because a Mac types another letter with Alt.
 */
export function useShortcuts(part: RefObject<HTMLElement | null>, { main, back, close }: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.repeat || !isOnTop(part.current)) return
      const wanted =
        event.key === 'Escape'
          ? close
          : !event.altKey || event.ctrlKey || event.metaKey
            ? null
            : event.key === 'Enter'
              ? main
              : event.code === 'KeyR'
                ? back
                : null
      if (!wanted) return
      event.preventDefault()
      wanted()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [part, main, back, close])
}

/** Whether no drawer or dialog lies above the part. */
function isOnTop(part: HTMLElement | null): boolean {
  if (!part) return false
  const above = document.querySelectorAll('dialog[open], .drawer--is-open')
  const top = above[above.length - 1]
  return top === undefined || top.contains(part)
}
