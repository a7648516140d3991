import type { IssuePage } from '../reads/types.ts'
import type { SiteWords } from '../words.ts'

/** 版面署名: who answers for a page, as derived when it was published. */
export function Responsibility(props: { responsibility: IssuePage['responsibility']; words: SiteWords }) {
  const { responsibility, words } = props
  const lines = (responsibility ?? []).filter(({ names }) => names.length > 0)
  if (lines.length === 0) return null
  return (
    <dl className="responsibility" aria-label={words.responsibility}>
      {lines.map(({ role, names }) => (
        <div key={role}>
          <dt>{words.roles[role as keyof SiteWords['roles']] ?? role}</dt>
          <dd>{names.join(words.separator)}</dd>
        </div>
      ))}
    </dl>
  )
}
