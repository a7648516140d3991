import { Link } from './Link.tsx'

/** The way to the one before and the one after; nothing where there is neither. */
export function Pager(props: {
  label: string
  previous: { href: string; text: string } | null
  next: { href: string; text: string } | null
}) {
  const { label, previous, next } = props
  if (!previous && !next) return null
  return (
    <nav className="pager" aria-label={label}>
      {previous && (
        <Link rel="prev" href={previous.href}>
          ← {previous.text}
        </Link>
      )}
      {next && (
        <Link rel="next" href={next.href}>
          {next.text} →
        </Link>
      )}
    </nav>
  )
}
