import type { Publication } from './reads/types.ts'

type Paper = Pick<Publication, 'slug'>

/** `/{publication}/{date}`: an issue, open at its first page. */
export function issueAddress(paper: Paper, issue: string): string {
  return `/${paper.slug}/${encodeURIComponent(issue)}`
}

/** `/{publication}/{date}/{page}` */
export function pageAddress(paper: Paper, issue: string, page: string): string {
  return `${issueAddress(paper, issue)}/${encodeURIComponent(page)}`
}

/** `/{publication}/{date}/a/{id}` */
export function articleAddress(paper: Paper, issue: string, id: string): string {
  return `${issueAddress(paper, issue)}/a/${encodeURIComponent(id)}`
}

/** `/{publication}/authors/{id}` */
export function authorAddress(paper: Paper, id: string): string {
  return `/${paper.slug}/authors/${encodeURIComponent(id)}`
}

/** `/{publication}/calendar/{year}` */
export function calendarAddress(paper: Paper, year: number): string {
  return `/${paper.slug}/calendar/${year}`
}
