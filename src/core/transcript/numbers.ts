const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** A Chinese or Arabic numeral below 10,000 as a number: 十四 is 14, 二〇二一 is 2021; null where it is none. */
export function readNumeral(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  if (text === '') return null
  if (!/[十百千廿卅]/.test(text)) {
    let value = 0
    for (const character of text) {
      const digit = digits[character]
      if (digit === undefined) return null
      value = value * 10 + digit
    }
    return text.length > 6 ? null : value
  }
  let total = 0
  let current: number | null = null
  for (const character of text) {
    if (character === '廿') total += 20
    else if (character === '卅') total += 30
    else if (character === '十' || character === '百' || character === '千') {
      total += (current ?? 1) * (character === '十' ? 10 : character === '百' ? 100 : 1000)
      current = null
    } else {
      const digit = digits[character]
      if (digit === undefined) return null
      current = digit
    }
  }
  return total + (current ?? 0)
}

/**
 * A page number as the glossary stores it: a letter for the section if there is one, and digits without leading
 * zeros (`01` reads as `1`, `a03` as `A3`, `十二` as `12`); null where the text is none or names page 0.
 */
export function readPageNumber(text: string): string | null {
  const match = /^([A-Za-z]?)[\s第]*([\d零〇○一二三四五六七八九十百廿]{1,4})$/.exec(
    text.normalize('NFKC').trim(),
  )
  if (!match) return null
  const value = readNumeral(match[2]!)
  return value === null || value === 0 ? null : match[1]!.toUpperCase() + String(value)
}
