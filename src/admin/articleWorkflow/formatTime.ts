/**
 * A moment in the reader's own time zone, to the minute: `11月22日 16:05`, with the year when it is another one, or always:
 * what is printed outlives its year.
 */
export function formatTime(at: string, language: string, { year = false }: { year?: boolean } = {}): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return at
  const sameYear = !year && date.getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    ...(sameYear ? {} : { year: 'numeric' as const }),
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
  }).format(date)
}

/** A sentence from the API, which names moments in UTC, with each of them in the reader's own time zone. */
export function inLocalTime(sentence: string, language: string): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, (at) =>
    formatTime(at, language),
  )
}

/** A moment as an `<input type="datetime-local">` wants it, in the reader's time zone. */
export function localInput(at: string | null): string {
  if (!at) return ''
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
