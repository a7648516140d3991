/**
 * Page numbers as a newspaper prints them: up to three letters and up to three digits, stored in upper
 * case without leading zeros (01 reads as 1, a03 as A3). Null for anything else. Source: GLOSSARY.
 */
export function pageNumber(text: string): string | null {
  const match = /^([A-Za-z]{0,3})0*(\d{1,3})$/.exec(text.normalize('NFKC').trim())
  if (!match) return null
  const [, letters = '', digits = ''] = match
  return Number(digits) === 0 ? null : `${letters.toUpperCase()}${digits}`
}

/** Where a page stands in its issue by its number alone: 1, 2, …, then A1, A2, …, B1, … */
export function pageSequence(number: string): number {
  const match = /^([A-Z]*)(\d+)$/.exec(number)
  if (!match) return 0
  const [, letters = '', digits = '0'] = match
  const section = [...letters].reduce((sum, letter) => sum * 27 + letter.charCodeAt(0) - 64, 0)
  return section * 1000 + Number(digits)
}
