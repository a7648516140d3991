import { pageNumber } from '../../pageNumbers.ts'
import { openFlags, verifyApproval } from '../../workflow/guards.ts'
import { deskBlocker, type DeskBlockerCode, type Place } from '../blockers.ts'
import type { CheckedArticle, PageFacts, Placed, PreflightFacts } from '../types.ts'
import type { Found, PreflightRule } from './item.ts'

/** A rule of preflight: what it finds. Pure. */
export type Rule = (facts: PreflightFacts) => Found[]

interface Finding {
  rule: PreflightRule
  code: DeskBlockerCode
  place: Place
  params?: Found['params']
  extra?: Pick<Found, 'details' | 'part' | 'waivable'>
}

/** Something that keeps the issue from being signed. */
export function blocking({ rule, code, place, params = {}, extra = {} }: Finding): Found {
  return { ...deskBlocker(code, params), place, rule, severity: 'blocker', ...extra }
}

/** Something that a person must have seen. */
export function warning({ code, place, params = {}, extra = {} }: Omit<Finding, 'rule'>): Found {
  return { ...deskBlocker(code, params), place, rule: 'W', severity: 'warning', ...extra }
}

const ofIssue = ({ issue }: PreflightFacts): Place => ({ kind: 'issue', id: issue.id })
const ofArticle = ({ id }: { id: string }): Place => ({ kind: 'article', id })
const ofPage = ({ id }: { id: string }): Place => ({ kind: 'page', id })
const named = ({ title }: { title: string }) => ({ article: title })

/** Issues printed long ago are what they are: what is missing of them cannot be brought any more. */
const isArchive = ({ issue }: PreflightFacts): boolean => issue.profile.name === 'archive'

/** B1: a day, a number that no other day of the paper has, as many pages as planned. */
export const identity: Rule = (facts) => {
  const { issue, numberTaken } = facts
  const place = ofIssue(facts)
  const found: Found[] = []
  if (issue.date === null) found.push(blocking({ rule: 'B1', code: 'preflight.date', place }))
  if (issue.number === null)
    found.push(blocking({ rule: 'B1', code: 'preflight.number', place, extra: { waivable: true } }))
  if (numberTaken)
    found.push(
      blocking({ rule: 'B1', code: 'preflight.numberTaken', place, params: { number: issue.number ?? '' } }),
    )
  if (issue.pages.length === 0) found.push(blocking({ rule: 'B1', code: 'preflight.noPages', place }))
  const { plannedPages: planned } = issue
  if (planned !== null && planned !== issue.pages.length)
    found.push(
      blocking({
        ...{ rule: 'B1', code: 'preflight.pageCount', place },
        params: { planned, pages: issue.pages.length },
        extra: { waivable: isArchive(facts) },
      }),
    )
  return found
}

/** B2: every page is signed, and as it is now. */
export const signatures: Rule = ({ issue }) =>
  issue.pages.flatMap((page) => {
    const params = { page: page.number, pageStage: page.stage }
    if (page.stage !== 'signed')
      return [blocking({ rule: 'B2', code: 'preflight.pageUnsigned', place: ofPage(page), params })]
    return page.signature === page.hash
      ? []
      : [blocking({ rule: 'B2', code: 'preflight.pageChanged', place: ofPage(page), params })]
  })

/** Whether readers see an article already, as it stands: another edition of the day may show it too. */
export function isOut({ facts }: CheckedArticle): boolean {
  return facts.slip.stage === 'published' && facts.slip.live
}

/** B3: every article is ready, for exactly its text, by everybody of its path and separately. */
export const approvals: Rule = ({ articles }) =>
  articles.flatMap((article) => {
    if (isOut(article)) return []
    const { slip } = article.facts
    const place = ofArticle(article)
    if (slip.stage !== 'ready' || slip.live || slip.correction !== null) {
      const params = { ...named(article), stage: slip.stage }
      return [blocking({ rule: 'B3', code: 'preflight.notReady', place, params })]
    }
    const details = verifyApproval(article.facts)
    if (details.length === 0) return []
    return [
      blocking({ rule: 'B3', code: 'preflight.approval', place, params: named(article), extra: { details } }),
    ]
  })

/** B4: nothing is held, no embargo outlasts the time of appearing, filings are settled. */
export const obstacles: Rule = ({ articles, now, publishTime }) =>
  articles
    .filter((article) => !isOut(article))
    .flatMap((article) => {
      const { held, embargoUntil, filing } = article.facts.slip
      const place = ofArticle(article)
      const found: Found[] = []
      if (held) found.push(blocking({ rule: 'B4', code: 'preflight.held', place, params: named(article) }))
      const params = { ...named(article), until: embargoUntil ?? '' }
      if (embargoUntil !== null && publishTime !== null && embargoUntil > publishTime)
        found.push(blocking({ rule: 'B4', code: 'preflight.embargo', place, params }))
      // While nobody has said when it appears, it can still be scheduled for later.
      if (embargoUntil !== null && publishTime === null && embargoUntil > now)
        found.push(warning({ code: 'warning.embargo', place, params }))
      if (filing.required && !filing.no)
        found.push(blocking({ rule: 'B4', code: 'preflight.filing', place, params: named(article) }))
      return found
    })

/** B5: what jumps to another page arrives there, and what comes from one left it. */
export const jumps: Rule = ({ articles, issue }) => {
  const titles = new Map(articles.map(({ id, title }) => [id, title]))
  const all = issue.pages.flatMap((page) => page.placed.map((placed) => ({ page, placed })))
  return all.flatMap(({ page, placed }) => {
    if (placed.jump === 'none') return []
    const other = placed.jump === 'out' ? 'in' : 'out'
    const wanted = placed.jumpPage === null ? null : pageNumber(placed.jumpPage)
    const met = all.some(
      (half) =>
        half.placed.article === placed.article &&
        half.placed.jump === other &&
        half.page.id !== page.id &&
        (wanted === null || half.page.number === wanted),
    )
    if (met) return []
    return [
      blocking({
        ...{ rule: 'B5', code: 'preflight.jumpOpen', place: ofArticle({ id: placed.article }) },
        params: {
          article: titles.get(placed.article) ?? '—',
          page: page.number,
          toPage: placed.jumpPage ?? '?',
          jump: placed.jump,
        },
        extra: { waivable: true, part: placed.placement },
      }),
    ]
  })
}

/** B6: an article stands once in the issue; only what it jumps to stands beside. */
export const twice: Rule = ({ articles, issue }) =>
  articles.flatMap((article) => {
    const places = issue.pages.flatMap((page) =>
      page.placed.filter((one) => one.article === article.id).map((placed) => ({ page, placed })),
    )
    const beginnings = places.filter(({ placed }: { placed: Placed }) => placed.jump !== 'in')
    if (beginnings.length < 2) return []
    const params = { ...named(article), pages: beginnings.map(({ page }) => page.number).join(', ') }
    return [blocking({ rule: 'B6', code: 'preflight.twice', place: ofArticle(article), params })]
  })

/** B7: pages are numbered without a gap from 1, in each section. */
export const contiguity: Rule = (facts) => {
  const missing = missingPages(facts.issue.pages)
  if (missing.length === 0) return []
  const finding = {
    ...{ code: 'preflight.pagesMissing' as const, place: ofIssue(facts) },
    ...{ params: { pages: missing.join(', ') }, extra: { waivable: true } },
  }
  if (isArchive(facts)) return [{ ...warning(finding), rule: 'B7' }]
  return [blocking({ rule: 'B7', ...finding, extra: {} })]
}

function missingPages(pages: readonly PageFacts[]): string[] {
  const sections = new Map<string, number[]>()
  for (const { number } of pages) {
    const [, section = '', digits = '0'] = /^([A-Z]*)(\d+)$/.exec(number) ?? []
    sections.set(section, [...(sections.get(section) ?? []), Number(digits)])
  }
  return [...sections].flatMap(([section, numbers]) =>
    Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1)
      .filter((number) => !numbers.includes(number))
      .map((number) => `${section}${number}`),
  )
}

/** B8: every picture's file is there, and this paper may use it. */
export const pictures: Rule = ({ articles, issue, media }) =>
  articles
    .filter((article) => !isOut(article))
    .flatMap((article) =>
      article.media.flatMap((file) => {
        const finding = {
          rule: 'B8' as const,
          place: ofArticle(article),
          params: named(article),
          extra: { part: file },
        }
        // A caption that was imported from a page: the picture may never be found again.
        if (file === '')
          return [
            blocking({ ...finding, code: 'preflight.mediaMissing', extra: { part: file, waivable: true } }),
          ]
        if (!media.has(file)) return [blocking({ ...finding, code: 'preflight.mediaMissing' })]
        const owner = media.get(file) ?? null
        return owner === null || owner === issue.publication
          ? []
          : [blocking({ ...finding, code: 'preflight.mediaForeign' })]
      }),
    )

/** B9: no doubt is open. */
export const doubts: Rule = ({ articles }) =>
  articles
    .filter((article) => !isOut(article))
    .flatMap((article) => {
      const details = openFlags(article.facts)
      if (details.length === 0) return []
      const params = { ...named(article), count: details.length }
      return [
        blocking({
          rule: 'B9',
          code: 'preflight.flag',
          place: ofArticle(article),
          params,
          extra: { details },
        }),
      ]
    })
