/**
 * Remembers what a function says about short texts that come again and again, such as the values of a header. What clients send has
 * no bounds, so the memory has: 500 texts of at most 300 characters.
 */
export function memo<Result>(of: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = of(text)
    if (known.size >= 500) known.clear()
    if (text.length <= 300) known.set(text, result)
    return result
  }
}
