import type { Publication } from '../reads/types.ts'
import { wholeDay, type SearchAsked } from '../reads/search.ts'
import type { SiteWords } from '../words.ts'

/**
 * What to look for, in which paper, between which days. What else the search was narrowed to stays when the words change. A plain
 * form: it needs no script.
 */
export function SearchForm(props: { asked: SearchAsked; publications: Publication[]; words: SiteWords }) {
  const { asked, publications, words } = props
  const chosen = {
    page: asked.page,
    author: asked.author,
    sort: asked.sort,
    ...(publications.length > 1 ? {} : { publication: asked.publication }),
  }
  return (
    <form action="/search" role="search" className="ask">
      <label>
        {words.searchFor}
        <input type="search" name="q" required maxLength={200} defaultValue={asked.q} autoComplete="off" />
      </label>
      {publications.length > 1 && (
        <label>
          {words.papers}
          <select name="publication" defaultValue={asked.publication ?? ''}>
            <option value="">{words.anyPaper}</option>
            {publications.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {words.from}
        <input type="date" name="from" defaultValue={asked.from && wholeDay(asked.from, 0)} />
      </label>
      <label>
        {words.to}
        <input type="date" name="to" defaultValue={asked.to && wholeDay(asked.to, 1)} />
      </label>
      {Object.entries(chosen).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <button type="submit">{words.search}</button>
    </form>
  )
}
