import type { IssuePage } from '../reads/types.ts'
import type { SiteWords } from '../words.ts'

/** 版面署名: who answers for a page, as derived when it was published. */
export function Responsibility(props: { responsibility: IssuePage['responsibility']; words: SiteWords }) {
  const { responsibility, words } = props
  const lines = (responsibility ?? []).filter(({ names }) => names.length > 0)
  if (lines.length === 0) return null
  return (
    <dl className="responsibility" aria-label={words.responsibility}>
      {lines.map(({ role, names }) => {
        const title = words.roles[role as keyof SiteWords['roles']] ?? role
        return (
          <div key={role}>
            <dt>{title}</dt>
            <dd>{names.map((name) => withoutTitle(name, title)).join(words.separator)}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Some houses write the role into the account's name (责任编辑 沈知微): it is not said twice. */
function withoutTitle(name: string, title: string): string {
  const rest = name.startsWith(title) ? name.slice(title.length).trim() : ''
  return rest === '' ? name : rest
}
