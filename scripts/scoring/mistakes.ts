import { readCues } from '../../src/core/transcript/cues.ts'
import { sourceLines, splitLines } from '../../src/core/transcript/lines.ts'
import type { Scored } from './crossValidate.ts'

/** How often each kind of mistake was made, most frequent first, in one set. */
export function mistakesOf({ pages }: Scored, set: string): [kind: string, count: number][] {
  const counts = new Map<string, number>()
  const add = (kind: string): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const { page, predicted } of pages) {
    if (page.set !== set) continue
    const lines = sourceLines(splitLines(page.text))
    const place = new Map(lines.map(({ line }, at) => [line, at]))
    const snap = (line: number): number => lines.find((one) => one.line >= line)?.line ?? line
    const spared = new Map(
      page.articles.flatMap((one) => (one.startAlternatives ?? []).map((at) => [at, snap(one.startLine)])),
    )
    const starts = new Map(page.articles.map((one) => [snap(one.startLine), one]))
    const found = new Map(
      predicted.map((one) => [spared.get(snap(one.startLine)) ?? snap(one.startLine), one]),
    )
    const shape = (line: number): string => {
      const at = place.get(line)
      return at === undefined ? 'none' : readCues(lines[at]!.text, at > 0 ? lines[at - 1]!.text : null).shape
    }
    for (const [line, article] of starts) {
      if (line === lines[0]?.line || article.dontCare) continue
      const got = found.get(line)
      if (!got)
        add(
          article.headline === null
            ? `missed: article without headline (${shape(line)})`
            : `missed: headline (${shape(line)})`,
        )
    }
    for (const line of found.keys()) {
      if (line === lines[0]?.line || starts.has(line)) continue
      if (page.ignoreLines.some(([from, to]) => line >= from && line <= to)) continue
      add(`false start: ${shape(line)}`)
    }
    for (const [line, article] of starts) {
      const got = found.get(line)
      if (!got) continue
      const flat = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s/g, '')
      const rightHead = [article.headline, ...(article.headlineAlternatives ?? [])].some(
        (one) => flat(one) === flat(got.headline),
      )
      if (!rightHead) add('another line taken for the headline')
      const free = new Set([
        ...(article.photoCredits ?? []),
        ...(article.authorOrgs ?? []),
        ...(article.authorsOptional ?? []),
      ])
      const wanted = new Set(article.authors)
      if (article.authors.some((name) => !got.authors.includes(name))) add('author missed')
      if (got.authors.some((name) => !wanted.has(name) && !free.has(name))) add('author too many')
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one)
}
