import { timingSafeEqual } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { publishedHouse } from '../../src/exports/delivery.ts'
import { healthOf } from '../../src/exports/server.ts'

/** What a server counts of itself. */
export interface Metrics {
  /** Counts the answer to a request when it ends. */
  watch: RequestHandler
  /** Counts an answer that came from what is published, past Express. */
  published: (answered: { status: number; hit: boolean; since: number }) => void
  /** `GET /metrics`, for who sends the token; nobody without one. */
  route: RequestHandler
}

const buckets = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10]

/** Counters in Prometheus' form, of this process alone. @param options.token what a monitor must send */
export function metrics(payload: Payload, { token }: { token: string | undefined }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const seconds = new Histogram({
    ...{ name: 'broadsheet_http_seconds', help: 'Time to answer, by who answered.', buckets, registers },
    labelNames: ['by', 'status'],
  })
  const reads = new Counter({
    ...{ name: 'broadsheet_published_reads_total', help: 'Published reads, by where they came from.' },
    ...{ labelNames: ['from'], registers },
  })
  gaugesOf(payload, registry)

  const count = (by: string, args: { status: number; since: number }) =>
    seconds.observe(
      { by, status: `${Math.floor(args.status / 100)}xx` },
      (performance.now() - args.since) / 1000,
    )
  return {
    published: ({ status, hit, since }) => {
      reads.inc({ from: hit ? 'memory' : 'database' })
      count('published', { status, since })
    },
    watch: ({ originalUrl }, response: ServerResponse, next) => {
      const since = performance.now()
      // An allow-list of few names: what clients ask for must not become names of series.
      const by = originalUrl.startsWith('/api/') ? 'api' : 'pages'
      response.once('finish', () => count(by, { status: response.statusCode, since }))
      next()
    },
    route: async (request, response, next) => {
      if (request.path !== '/metrics' || request.method !== 'GET') return next()
      if (!token || !isSent(request.headers.authorization, token)) {
        // Without a token there is no such page; a wrong one is told apart for whoever sets a monitor up.
        if (token) response.setHeader('www-authenticate', 'Bearer')
        response
          .status(token ? 401 : 404)
          .json({ errors: [{ message: token ? 'Send the token.' : 'Not Found' }] })
        return
      }
      response.setHeader('content-type', registry.contentType)
      response.setHeader('cache-control', 'no-store')
      response.end(await registry.metrics())
    },
  }
}

/** What is asked when the page is read. */
function gaugesOf(payload: Payload, registry: Registry): void {
  const registers = [registry]
  new Gauge({
    ...{ name: 'broadsheet_database_up', help: '1 when the database answers in time.', registers },
    async collect() {
      this.set((await healthOf(payload).answers()) ? 1 : 0)
    },
  })
  if (!payload.config.custom.broadsheet.enabled) return
  const { slugs } = payload.config.custom.broadsheet as { slugs: { outbox: string } }
  new Gauge({
    ...{ name: 'broadsheet_memory_bytes', help: 'Published answers in memory.', registers },
    collect() {
      this.set(publishedHouse(payload).reads.counts.bytes)
    },
  })
  new Gauge({
    ...{ name: 'broadsheet_outbox_waiting', help: 'Messages to webhooks not handed on yet.', registers },
    async collect() {
      const where = { dispatched: { not_equals: true } }
      this.set((await payload.count({ collection: slugs.outbox, where })).totalDocs)
    },
  })
}

function isSent(authorization: string | undefined, token: string): boolean {
  const sent = Buffer.from(authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return sent.length === wanted.length && timingSafeEqual(sent, wanted)
}
