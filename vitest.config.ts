import { defineConfig } from 'vitest/config'

const database = process.env.BROADSHEET_TEST_DB ?? 'sqlite'

export default defineConfig({
  // The editor package drains the event loop on Node 20 when it is loaded under its default condition.
  resolve: { conditions: ['production'] },
  ssr: { resolve: { conditions: ['production'], externalConditions: ['production'] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          pool: 'forks',
          // Both build the package into the same folder.
          fileParallelism: false,
          hookTimeout: 900_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          pool: 'threads',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: `int-${database}`,
          include: ['test/int/**/*.test.ts', 'test/failures/**/*.test.ts'],
          pool: 'forks',
          execArgv: ['--conditions=production'],
          env: { NODE_ENV: 'production', BROADSHEET_TEST_DB: database },
          // Each file starts Payload on a database of its own, some of them several times.
          hookTimeout: 300_000,
          testTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
