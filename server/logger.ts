import { defaultLoggerOptions } from 'payload'
import { type Logger, pino } from 'pino'

/**
 * The server's own log: JSON lines in production, readable ones in development. LOG_LEVEL applies to both. In production lines are
 * written some at a time, at the latest every 200 ms and when the process ends: a write for each would cost more than an answer
 * from memory. Lines of a process that is killed outright in between are lost.
 */
export function createLogger({ dev }: { dev: boolean }): Logger {
  const options = { level: process.env.LOG_LEVEL || 'info' }
  if (dev) return pino(options, defaultLoggerOptions)
  return pino(options, pino.destination({ dest: 1, sync: false, minLength: 8_192, periodicFlush: 200 }))
}
