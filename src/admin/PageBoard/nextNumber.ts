/** The number a new page would have: one more than the last in the same section, 1 in an empty issue. */
export function nextNumber(numbers: readonly string[]): string {
  const match = /^([A-Z]*)(\d+)$/.exec(numbers.at(-1) ?? '')
  if (!match) return '1'
  const [, section = '', digits = '0'] = match
  let number = Number(digits) + 1
  while (numbers.includes(`${section}${number}`)) number += 1
  return `${section}${number}`
}
