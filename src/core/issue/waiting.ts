import type { Role } from '../workflow/vocabulary.ts'
import {
  issueTransitions,
  pageTransitions,
  type DeskRule,
  type IssueTransitionName,
  type PageTransitionName,
} from './tables.ts'
import { issueStages, openStages, pageStages, type IssueStage, type PageStage } from './vocabulary.ts'

/** An issue as far as it says what waits for whom. */
export interface IssueAtWork {
  stage: IssueStage
  pages: readonly { stage: PageStage; layoutBy: readonly string[] }[]
}

/** What waits for somebody in one issue. */
export interface IssueWork {
  issue: IssueTransitionName[]
  /** Moves of pages, and how many pages wait for each. */
  pages: { transition: PageTransitionName; count: number }[]
}

/**
 * The moves onward that are this person's, told from the tables. An issue is not signed before its pages are, and what
 * somebody laid out waits for others to sign it. Preflight is not looked at: what it finds is work too.
 */
export function issueWork(person: { id: string; roles: readonly Role[] }, issue: IssueAtWork): IssueWork {
  const { stage, pages } = issue
  const laidOut = (page: IssueAtWork['pages'][number]): boolean => page.layoutBy.includes(person.id)
  const allSigned = pages.length > 0 && pages.every((page) => page.stage === 'signed')
  const ofIssue = onward(issueTransitions, { at: stage, stages: issueStages, roles: person.roles }).filter(
    (name) =>
      // A scheduled issue waits for the clock.
      stage !== 'scheduled' && (!signs(issueTransitions[name]) || (allSigned && !pages.some(laidOut))),
  )
  const open = (openStages as readonly IssueStage[]).includes(stage) && stage !== 'planning'
  const ofPages = pageStages.flatMap((at) =>
    onward(pageTransitions, { at, stages: pageStages, roles: person.roles }).map((transition) => {
      const waiting = pages.filter(
        (page) => page.stage === at && !(signs(pageTransitions[transition]) && laidOut(page)),
      )
      return { transition, count: waiting.length }
    }),
  )
  return { issue: ofIssue, pages: open ? ofPages.filter(({ count }) => count > 0) : [] }
}

function signs(rule: DeskRule<string, string, string>): boolean {
  return rule.guards.includes('notItsEditor')
}

/** The moves to a later stage that one of these roles may make from here by themselves. */
function onward<Name extends string, Stage extends string>(
  table: Readonly<Record<Name, DeskRule<Stage, string, string>>>,
  { at, stages, roles }: { at: Stage; stages: readonly Stage[]; roles: readonly Role[] },
): Name[] {
  return (Object.keys(table) as Name[]).filter((name) => {
    const { from, to, who, confirmedBy } = table[name]
    const later = to !== 'stay' && stages.indexOf(to) > stages.indexOf(at)
    return later && !confirmedBy && from.includes(at) && who.some((one) => roles.includes(one as Role))
  })
}
