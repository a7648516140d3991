import { describe, expect, it } from 'vitest'
import { createLogger } from '../../../server/logger.ts'

describe('the log of the server', () => {
  it.each([true, false])('can be made, in development: %s', (dev) => {
    expect(createLogger({ dev }).level).toBe(process.env.LOG_LEVEL ?? 'info')
  })
})
