import { defaultLoggerOptions } from 'payload'
import { type Logger, pino } from 'pino'

/** The server's own log: JSON lines in production, readable ones in development. LOG_LEVEL applies to both. */
export function createLogger({ dev }: { dev: boolean }): Logger {
  const options = { level: process.env.LOG_LEVEL || 'info' }
  return dev ? pino(options, defaultLoggerOptions) : pino(options)
}
