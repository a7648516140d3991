import { fill, type Words } from '../../translations/index.ts'
import type { DroppedView } from '../../workflow/desk/board.ts'

/** Says in a sentence by what a signature was lost. */
export function describeDropped({ reason, by, article, why }: DroppedView, words: Words): string {
  const { dropped } = words.desk
  if (reason === 'preflight')
    return fill(dropped.byPreflight, { findings: findingTitles((why ?? '').split(', '), words) })
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

/** Findings of the preflight by their codes or keys, which begin with the code: the title of each kind once. */
export function findingTitles(keys: readonly string[], { desk, workflow }: Words): string {
  const known: Readonly<Record<string, { title: string } | undefined>> = {
    ...workflow.blockers,
    ...desk.blockers,
  }
  const titles = keys.flatMap((key) => known[key.split(':')[0] ?? '']?.title ?? [])
  return [...new Set(titles)].join(workflow.comma)
}

/** A person's name; where nobody acted, what did. */
export function personWord(name: string, { desk }: Words): string {
  const nobody: Readonly<Record<string, string>> = desk.nobody
  return nobody[name] ?? name
}
