import {
  flowRows,
  responsibilityOf,
  responsibilityRoles,
  type FlowRow,
  type FlowStep,
  type ResponsibilityRole,
} from '../../core/issue/index.ts'
import { namesOf } from '../revisionsSince.ts'
import { rowsOf } from '../rows.ts'
import { readEvent } from '../trail.ts'
import type { Person } from './board.ts'
import { loadIssue, type IssueKey } from './loadIssue.ts'
import { checkedArticles } from './loadPreflight.ts'

/** A row of the flow sheet with names. */
export interface NamedRow extends Omit<FlowRow, 'writers' | 'steps'> {
  writers: Person[]
  steps: (Omit<FlowStep, 'by' | 'override'> & { by: Person; override: { confirmedBy: Person } | null })[]
  publishedAt: string | null
}

/** 三审三校流程单 of an issue: its articles, pages and signatures, with names. */
export interface FlowSheet {
  issue: {
    id: string
    title: string
    publication: { id: string; name: string }
    date: string | null
    edition: string
    number: string | null
    stage: string
    signedBy: Person | null
    signedAt: string | null
    publishedAt: string | null
    publishedBy: Person | null
  }
  pages: {
    id: string
    number: string
    name: string | null
    layoutBy: Person[]
    signedBy: Person | null
    signedAt: string | null
    responsibility: { role: ResponsibilityRole; names: string[] }[]
  }[]
  rows: NamedRow[]
}

/** The flow sheet of an issue; null when there is no such issue. */
export async function flowSheetOf(key: IssueKey): Promise<FlowSheet | null> {
  const { slugs, req } = key
  const loaded = await loadIssue(key)
  if (!loaded) return null
  const { facts, row, publication } = loaded
  const articles = await checkedArticles(key, loaded)
  const rows = flowRows(facts, articles)
  const published = await rowsOf(req).one(slugs.workflowEvents, {
    and: [{ subject: { equals: key.id } }, { transition: { equals: 'publish' } }],
  })
  const publisher = published ? readEvent(published).actorId : null
  const lines = new Map(
    facts.pages.map((page) => {
      const ids = new Set(page.placed.map(({ article }) => article))
      const placed = articles.filter(({ id }) => ids.has(id))
      return [page.id, responsibilityOf({ page, articles: placed, issueSigner: facts.signedBy })]
    }),
  )
  const people = [
    ...rows.flatMap(({ writers, steps }) => [
      ...writers,
      ...steps.flatMap(({ by, override }) => [by, ...(override ? [override.confirmedBy] : [])]),
    ]),
    ...[...lines.values()].flatMap((line) => responsibilityRoles.flatMap((role) => [...line[role]])),
    ...facts.pages.flatMap(({ signedBy }) => signedBy ?? []),
    ...[facts.signedBy, publisher].filter((id) => id !== null),
  ]
  const names = await namesOf({ slugs, req, users: people })
  const person = (id: string): Person => ({ id, name: names.get(id) ?? id })
  const personOrNull = (id: string | null) => (id ? person(id) : null)
  const { id, title, date, edition, number, stage, signedAt, publishedAt } = row
  return {
    issue: {
      ...{ id, title, date, edition, number, stage, signedAt, publishedAt },
      publication: { id: publication.id, name: publication.name },
      signedBy: personOrNull(facts.signedBy),
      publishedBy: personOrNull(publisher),
    },
    pages: facts.pages.map((page) => ({
      ...{ id: page.id, number: page.number, name: page.name, signedAt: page.signedAt },
      layoutBy: page.layoutBy.map(person),
      signedBy: personOrNull(page.signedBy),
      responsibility: responsibilityRoles
        .map((role) => ({ role, names: (lines.get(page.id)?.[role] ?? []).map((user) => person(user).name) }))
        .filter((part) => part.names.length > 0),
    })),
    rows: rows.map((one) => ({
      ...one,
      writers: one.writers.map(person),
      steps: one.steps.map((step) => ({
        ...step,
        by: person(step.by),
        override: step.override ? { confirmedBy: person(step.override.confirmedBy) } : null,
      })),
      publishedAt: loaded.slips.get(one.article)?.publishedAt ?? null,
    })),
  }
}
