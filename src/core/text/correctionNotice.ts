/** What a newspaper prints when an article was wrong. */
export interface CorrectionNotice {
  headline: string
  text: string
}

/**
 * 更正启事 in the newspaper's own language: which article was wrong, where it stood, and the note that was judged with the
 * correction. It is printed, so it follows the paper and not the reader of the admin.
 * @param wrong.language BCP 47; Chinese where it is not English
 * @param wrong.printed where readers saw it: day `YYYY-MM-DD` and page number
 */
export function correctionNotice(wrong: {
  language: string
  headline: string | null
  printed: { date: string; page: string } | null
  note: string
}): CorrectionNotice {
  const { headline, printed, note } = wrong
  if (wrong.language.toLowerCase().startsWith('en')) {
    const where = printed ? ` on page ${printed.page} of ${printed.date}` : ''
    const which = headline === null ? '' : `, “${headline}”,`
    return { headline: 'Correction', text: `An article${where}${which} was wrong. ${note}` }
  }
  const where = printed ? `${inChinese(printed.date)}第${printed.page}版` : ''
  const which = headline === null ? '一篇无题稿件' : `《${headline}》一文`
  return { headline: '更正', text: `本报${where}${which}有误：${closed(note)}特此更正。` }
}

function inChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function closed(note: string): string {
  return /[。！？；]$/.test(note) ? note : `${note}。`
}
