import stringWidth from 'string-width'

import type { ArticleReading } from '../../core/transcript/index.ts'
import { importerText } from '../../translations/importer.ts'
import type { Language } from '../../translations/index.ts'
import type { PageReport } from '../types.ts'

const gap = '  '

/** One line about a page: file, number, date, how many articles, and whether anything changed. */
export function pageHead({ page, date, change }: PageReport, language: Language): string {
  return importerText(language, 'page.head', {
    ...{ file: page.file.name, page: page.number, date, count: page.reading.articles.length },
    status: importerText(language, `status.${change.status}`),
  })
}

/**
 * The articles of a page as a table that fits `width` columns of a terminal, Chinese characters counted as two.
 * Without a width nothing is cut.
 */
export function pageTable({ page }: PageReport, layout: { language: Language; width?: number }): string[] {
  const { language, width } = layout
  const words = (key: 'lines' | 'headline' | 'authors' | 'notes') => importerText(language, `table.${key}`)
  const rows = page.reading.articles.map((article) => [
    `${article.startLine + page.linesBefore}–${article.endLine + page.linesBefore}`,
    article.headline ?? importerText(language, 'table.noHeadline'),
    article.authors.map(({ name }) => name).join('、'),
    notesOf(article, language),
  ])
  const table = [[words('lines'), words('headline'), words('authors'), words('notes')], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => stringWidth(row[column]!))))
  if (width !== undefined) {
    const spare = width - 2 - 3 * gap.length - widths[0]! - widths[3]!
    widths[2] = Math.min(widths[2]!, Math.max(8, Math.floor(spare / 3)))
    widths[1] = Math.min(widths[1]!, Math.max(12, spare - widths[2]))
  }
  return table.map((row) => `  ${row.map((cell, column) => pad(cell, widths[column]!)).join(gap)}`.trimEnd())
}

function notesOf({ jumpTo, jumpFrom, truncated, joins }: ArticleReading, language: Language): string {
  const notes = [
    jumpFrom ? importerText(language, 'table.jumpFrom', { page: jumpFrom.page }) : '',
    jumpTo ? importerText(language, 'table.jumpTo', { page: jumpTo.page }) : '',
    truncated ? importerText(language, 'table.truncated') : '',
    joins.length > 0 ? importerText(language, 'table.joins', { count: joins.length }) : '',
  ]
  return notes.filter(Boolean).join(language === 'en' ? ', ' : '，')
}

/** Fills or cuts a text to a width in columns. */
export function pad(text: string, width: number): string {
  const wide = stringWidth(text)
  if (wide <= width) return text + ' '.repeat(width - wide)
  let kept = ''
  let used = 0
  for (const character of text) {
    const next = stringWidth(character)
    if (used + next > width - 1) break
    kept += character
    used += next
  }
  return `${kept}…${' '.repeat(Math.max(0, width - used - 1))}`
}
