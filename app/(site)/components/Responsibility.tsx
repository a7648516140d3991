import type { SiteWords } from '../words.ts'

/** 版面署名: who answers for a page, as derived when it was published. */
export function Responsibility(props: { responsibility: Record<string, string[]> | null; words: SiteWords }) {
  const { responsibility, words } = props
  const parts = Object.entries(responsibility ?? {}).filter(([, names]) => names.length > 0)
  if (parts.length === 0) return null
  return (
    <dl className="responsibility" aria-label={words.responsibility}>
      {parts.map(([role, names]) => (
        <div key={role}>
          <dt>{role}</dt>
          <dd>{names.join(words.separator)}</dd>
        </div>
      ))}
    </dl>
  )
}
