import type { SiteWords } from '../words.ts'

/** The short form of search that stands in a masthead. @param props.publication to search in one newspaper alone */
export function SearchBox({ words, publication }: { words: SiteWords; publication?: string }) {
  return (
    <form action="/search" role="search">
      {publication && <input type="hidden" name="publication" value={publication} />}
      <label>
        <span className="unseen">{words.searchFor}</span>
        <input type="search" name="q" required maxLength={200} autoComplete="off" />
      </label>
      <button type="submit">{words.search}</button>
    </form>
  )
}
