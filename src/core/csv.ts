/**
 * A table as CSV (RFC 4180: quoted where needed, CRLF) that spreadsheets open as what it is: with a byte order mark, so that
 * Chinese is read as UTF-8, and no cell is taken for a formula. An apostrophe stands before =, +, -, @ and their full-width kin,
 * tab and carriage return at the beginning of a text (OWASP's advice on CSV injection). Some spreadsheets split at semicolons or
 * tabs, and then a quote in the middle of what they take for a cell ends nothing: so it stands too after each place within a text
 * where they would begin a new cell. Programs had better read the JSON, where texts are as they were written.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const formula = /^[\s\u00a0\u3000"]*[=+\-@＝＋－＠\t\r]/
/** Where such a spreadsheet begins a cell in the middle of a text, up to what would make it a formula. */
const laterFormula = /([;\t\r\n][\s\u00a0\u3000"]*)(?=[=+\-@＝＋－＠])/g

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = (formula.test(value) ? `'${value}` : value).replace(laterFormula, "$1'")
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
