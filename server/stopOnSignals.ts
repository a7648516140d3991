import { constants } from 'node:os'
import type { Logger } from 'pino'

export interface StopOptions {
  /** Finishes what is under way; bounded by itself. */
  close: () => Promise<void>
  logger: Logger
}

/**
 * Stops in good order at SIGTERM, SIGINT or SIGHUP, with exit code 0. Whoever asks again a second later or more is
 * in a hurry: then the process ends at once. (Within that second it is the same wish, passed on by
 * a terminal, npm and the launcher.)
 */
export function stopOnSignals({ close, logger }: StopOptions): void {
  let asked: number | undefined
  const stop = (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => {
    if (asked !== undefined) {
      if (Date.now() - asked > 1000) process.exit(128 + constants.signals[signal])
      return
    }
    asked = Date.now()
    logger.info({ signal }, 'Stopping')
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
}
