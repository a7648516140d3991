import { fill, type Words } from '../../translations/index.ts'
import type { DroppedView } from '../../workflow/desk/board.ts'

/** Says in a sentence by what a signature was lost. */
export function describeDropped({ reason, by, article }: DroppedView, words: Words): string {
  const { dropped } = words.desk
  if (reason === 'preflight') return dropped.byPreflight
  const params = { reason: transitionWord(reason, words), who: personWord(by.name, words) }
  if (article) return fill(dropped.byArticle, { ...params, article: article.title })
  return fill(dropped.byMove, params)
}

/** A move of an article, a page or an issue, or a layout operation, by its name in the trail. */
export function transitionWord(name: string, { desk, workflow }: Words): string {
  const page = name.endsWith('Page') ? name.slice(0, -'Page'.length) : null
  const known: Readonly<Record<string, string>> = {
    ...workflow.transitions,
    ...desk.layoutOps,
    ...desk.editionKinds,
    ...desk.issueTransitions,
  }
  const ofPage: Readonly<Record<string, string>> = desk.pageTransitions
  return known[name] ?? (page === null ? undefined : ofPage[page]) ?? name
}

/** A person's name; where nobody acted, what did. */
export function personWord(name: string, { desk }: Words): string {
  const nobody: Readonly<Record<string, string>> = desk.nobody
  return nobody[name] ?? name
}
