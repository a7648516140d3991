import type { Publication } from './reads/types.ts'

// Permalinks are the package's (`src/exports/permalinks.ts`); these are the site's own addresses.

type Paper = Pick<Publication, 'slug'>

/** `/{publication}/authors/{id}` */
export function authorAddress(paper: Paper, id: string): string {
  return `/${paper.slug}/authors/${encodeURIComponent(id)}`
}

/** `/{publication}/calendar/{year}`; without a year the calendar opens at that of the latest issue. */
export function calendarAddress(paper: Paper, year?: number): string {
  return year === undefined ? `/${paper.slug}/calendar` : `/${paper.slug}/calendar/${year}`
}

/** What a month of a calendar is called in addresses. @param month from 1 */
export function monthAnchor(month: number): string {
  return `month-${month}`
}

/** The calendar, open at the month of a day. @param day `YYYY-MM-DD`, perhaps with more behind it */
export function calendarOfDay(paper: Paper, day: string): string {
  const [year, month] = day.split('-').map(Number)
  return `${calendarAddress(paper, year)}#${monthAnchor(Number(month))}`
}

/** `/{publication}/{issue}`: an issue by its part of the address, open at its first page. */
export function issueAddress(paper: Paper, issue: string): string {
  return `/${paper.slug}/${issue}`
}

/** `/{publication}/{issue}/{page}` */
export function pageAddress(paper: Paper, issue: string, page: string): string {
  return `${issueAddress(paper, issue)}/${encodeURIComponent(page)}`
}

/** `/{publication}/{issue}/a/{id}` */
export function articleAddress(paper: Paper, issue: string, id: string): string {
  return `${issueAddress(paper, issue)}/a/${id}`
}
