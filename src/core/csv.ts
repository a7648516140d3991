/**
 * A table as CSV (RFC 4180: quoted where needed, CRLF) that spreadsheets open as what it is: with a byte order mark, so that
 * Chinese is read as UTF-8, and no cell is taken for a formula (an apostrophe before =, +, -, @, and their full-width kin,
 * tab and carriage return: OWASP's advice on CSV injection).
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const formula = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠\t\r]/

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
