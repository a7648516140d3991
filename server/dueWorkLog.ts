import type { Logger } from 'pino'

import type { DueWorkOptions } from '../src/exports/server.ts'

/** Writes down what the server did by itself. */
export function dueWorkLog(logger: Logger): Pick<DueWorkOptions, 'onError' | 'onDue'> {
  return {
    onError: (err, work) => logger.error({ err, work }, 'Due work failed; it is tried again'),
    onDue: ({ issue, outcome, codes }) => {
      if (outcome === 'published') logger.info({ issue }, 'A scheduled issue was published')
      else logger.warn({ issue, codes }, 'A scheduled issue lost its signature: its preflight was not green')
    },
  }
}
