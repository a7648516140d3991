import { Link } from './Link.tsx'
import { searchAddress, type SearchAsked } from '../reads/search.ts'
import type { SiteWords } from '../words.ts'

/** In which order the results stand, and the way to the other. */
export function SearchOrder({ asked, words }: { asked: SearchAsked; words: SiteWords }) {
  const orders = [
    { sort: '', text: words.byRelevance },
    { sort: 'newest', text: words.byDate },
  ]
  return (
    <nav className="order" aria-label={words.order}>
      {orders.map(({ sort, text }) => (
        <Link
          key={text}
          href={searchAddress({ ...asked, offset: '', sort })}
          aria-current={(asked.sort ?? '') === sort ? 'true' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
