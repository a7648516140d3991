import { Link } from './Link.tsx'

/** A way on: where to, in which direction, and what is there. */
export interface Way {
  href: string
  text: string
  title?: string | undefined
}

/** The way to the one before and the one after; nothing where there is neither. */
export function Pager({ previous, next }: { previous: Way | null; next: Way | null }) {
  if (!previous && !next) return null
  const label = [previous, next].flatMap((way) => way?.text ?? []).join(' / ')
  return (
    <nav className="pager" aria-label={label}>
      {previous && (
        <Link rel="prev" href={previous.href}>
          <span>← {previous.text}</span> {previous.title && <span>{previous.title}</span>}
        </Link>
      )}
      {next && (
        <Link rel="next" href={next.href}>
          <span>{next.text} →</span> {next.title && <span>{next.title}</span>}
        </Link>
      )}
    </nav>
  )
}
