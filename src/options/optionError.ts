/** An option that cannot be meant, found before anything starts: which one, its value, and what to do. */
export class OptionError extends Error {
  override name = 'OptionError'
  constructor(option: string, value: unknown, fix: string) {
    super(`broadsheet: ${option} is ${JSON.stringify(value) ?? String(value)}. ${fix}`)
  }
}
