import { fold } from './fold.ts'
import { readPageNumber } from './numbers.ts'
import type { ArticleReading, Evidence, JumpEnd, JumpPairing, PageReading } from './types.ts'

interface End {
  end: JumpEnd
  article: ArticleReading
  /** The page it names, and the line that does. */
  page: string
  line: number
  place: number
}

/**
 * Pairs the jumps of one issue: an article that goes on elsewhere with the one that comes from there. First by the
 * pair of page numbers, then by the headline, then by how the broken sentence fits. An end without a partner stays
 * open and is listed; nothing is paired on order alone where several would do equally.
 */
export function pairJumps(pages: readonly { page: string; reading: PageReading }[]): JumpPairing {
  const leaving: End[] = []
  const arriving: End[] = []
  for (const [place, { page, reading }] of pages.entries()) {
    const own = readPageNumber(page) ?? page
    for (const [index, article] of reading.articles.entries()) {
      const end = { page: own, article: index }
      const { jumpTo, jumpFrom } = article
      if (jumpTo) leaving.push({ end, article, page: jumpTo.page, line: jumpTo.line, place })
      if (jumpFrom) arriving.push({ end, article, page: jumpFrom.page, line: jumpFrom.line, place })
    }
  }
  const candidates = leaving.flatMap((from) =>
    arriving
      .filter((to) => to.end.page === from.page && to.page === from.end.page && to.article !== from.article)
      .map((to) => ({ from, to, evidence: fit(from.article, to.article) })),
  )
  const strength = (evidence: readonly Evidence[]): number =>
    evidence.reduce((sum, { weight }) => sum + weight, 0)
  candidates.sort((one, other) => strength(other.evidence) - strength(one.evidence))
  const taken = new Set<End>()
  const pairs: JumpPairing['pairs'] = []
  for (const { from, to, evidence } of candidates) {
    if (taken.has(from) || taken.has(to)) continue
    const mine = strength(evidence)
    const rival = candidates.some(
      (one) =>
        (one.from === from) !== (one.to === to) &&
        !taken.has(one.from) &&
        !taken.has(one.to) &&
        strength(one.evidence) === mine,
    )
    if (rival) continue
    taken.add(from).add(to)
    pairs.push({ from: from.end, to: to.end, evidence })
  }
  const byPlace = (one: End, other: End): number => one.place - other.place || one.line - other.line
  const open: JumpPairing['open'] = []
  for (const one of [...leaving, ...arriving].filter((end) => !taken.has(end)).sort(byPlace)) {
    open.push({
      end: one.end,
      direction: leaving.includes(one) ? 'to' : 'from',
      page: one.page,
      line: one.line,
    })
  }
  return { pairs, open }
}

const plain = (text: string): string => fold(text).replace(/[\s“”‘’"'《》()（）]/g, '')

/** What speaks for two halves being one article, beside the page numbers. */
function fit(from: ArticleReading, to: ArticleReading): Evidence[] {
  const evidence: Evidence[] = [{ cue: 'pages', weight: 1 }]
  if (from.headline && to.headline) {
    const [one, other] = [plain(from.headline), plain(to.headline)]
    if (one === other) evidence.push({ cue: 'headline', weight: 8 })
    else if (one.includes(other) || other.includes(one)) evidence.push({ cue: 'headlinePart', weight: 5 })
    else evidence.push({ cue: 'headlineDiffers', weight: -3 })
  }
  const last = from.blocks.at(-1)?.text ?? ''
  const first = to.blocks[0]?.text ?? ''
  const broken = last !== '' && !/[。！？!?…”』:：]$/.test(last)
  const midway = first !== '' && /^[\u3400-\u9fff，、；,;”』）)]/.test(first)
  if (broken && midway && to.headline === null) evidence.push({ cue: 'brokenSentence', weight: 1.5 })
  if (!broken && to.headline === null) evidence.push({ cue: 'wholeSentence', weight: 0.25 })
  evidence.push({ cue: 'sharedWords', weight: shared(from, to) })
  const names = to.authors.filter(({ name }) => from.authors.some((one) => one.name === name))
  if (names.length > 0) evidence.push({ cue: 'author', weight: 3 })
  return evidence
}

/** Twice the share of the shorter text's pairs of characters that the longer holds too. */
function shared(one: ArticleReading, other: ArticleReading): number {
  const pairsOf = (article: ArticleReading): Set<string> => {
    const set = new Set<string>()
    for (const { text } of article.blocks)
      for (let at = 0; at + 1 < text.length; at++) set.add(text.slice(at, at + 2))
    return set
  }
  const [less, more] = [pairsOf(one), pairsOf(other)].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ]
  if (less.size === 0) return 0
  let common = 0
  for (const pair of less) if (more.has(pair)) common++
  return Math.round((200 * common) / less.size) / 100
}
