/** NFKC of single UTF-16 units, where that is one unit again; units outside the compatibility blocks stand for themselves. */
const folded = new Uint16Array(0x10000)
for (let unit = 0; unit < folded.length; unit++) folded[unit] = unit
for (const [from, to] of [
  [0xa0, 0xff],
  [0x2000, 0x33ff],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe6f],
  [0xff01, 0xffee],
] as const) {
  for (let unit = from; unit <= to; unit++) {
    const form = String.fromCharCode(unit).normalize('NFKC')
    if (form.length === 1) folded[unit] = form.charCodeAt(0)
  }
}

/** The folded form of one UTF-16 unit. */
export const foldUnit = (unit: number): number => folded[unit]!

/**
 * Text for comparing: full-width forms, circled figures and compatibility ideographs become their plain
 * forms, unit by unit, so that every index means the same place in both strings. What NFKC would spread over
 * several units (…, ㈱) stays as it is, for the same reason.
 */
export function fold(text: string): string {
  let result = ''
  let from = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const form = folded[unit]!
    if (form !== unit) {
      result += text.slice(from, index) + String.fromCharCode(form)
      from = index + 1
    }
  }
  return from === 0 ? text : result + text.slice(from)
}
