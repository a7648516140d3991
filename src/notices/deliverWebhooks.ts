import { createLocalReq, type Payload, type Where } from 'payload'

import { idOf } from '../core/ids.ts'
import { inTransaction } from '../database/inTransaction.ts'
import { isUniqueConflict } from '../database/isUniqueConflict.ts'
import { isWriteConflict } from '../database/isWriteConflict.ts'
import { newId } from '../database/newId.ts'
import type { Slugs, Webhook } from '../options.ts'
import { signatureOf } from './signature.ts'

export interface Deliverer {
  slugs: Slugs
  payload: Payload
  webhooks: readonly Webhook[]
  /** Milliseconds since 1970. */
  now: () => number
  fetch?: typeof globalThis.fetch
}

/** One attempt, as the log keeps it. */
export interface Attempt {
  at: string
  /** HTTP status; null when nothing was answered. */
  status: number | null
  milliseconds: number
  error: string | null
}

type Row = Record<string, unknown> & { id: string }

/** After how many seconds a message is sent again: eleven attempts within about two days, then it is given up. */
const pauses = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400] as const
/** How long an attempt may take, and how long a claim keeps other processes away. */
const timeout = 10_000
const lease = 60_000
const atOnce = 50

/**
 * Sends what is due: new messages to each receiver that wants them, and again those that were not taken. May run in any
 * number of processes at once: a delivery is claimed by compare-and-set. A process that dies while it sends leaves a claim
 * that runs out; the message is then sent again, under the same id.
 * @returns how many attempts were made
 */
export async function deliverWebhooks(deliverer: Deliverer): Promise<number> {
  const { slugs, payload, webhooks } = deliverer
  if (webhooks.length === 0) return 0
  await dispatch(deliverer)
  const { docs } = await payload.db.find<Row>({
    collection: slugs.webhookDeliveries,
    where: {
      and: [{ status: { equals: 'pending' } }, { nextAt: { less_than_equal: iso(deliverer.now()) } }],
    },
    ...{ limit: atOnce, pagination: false, joins: false, sort: 'nextAt' },
  })
  const attempts = await Promise.all(docs.map((row) => attempt(deliverer, row)))
  return attempts.filter(Boolean).length
}

/** Makes a delivery of each new message for each receiver that wants it, once. */
async function dispatch({ slugs, payload, webhooks, now }: Deliverer): Promise<void> {
  const { docs } = await payload.db.find<Row>({
    ...{ collection: slugs.outbox, where: { dispatched: { equals: false } }, sort: 'at' },
    ...{ limit: atOnce, pagination: false, joins: false },
  })
  for (const message of docs) {
    const req = await createLocalReq({}, payload)
    try {
      await inTransaction(req, async () => {
        const wanting = webhooks.filter(
          ({ events }) => !events || events.some((kind) => kind === message.kind),
        )
        for (const { name } of wanting) {
          const row = {
            ...{ id: newId(), message: message.id, publication: idOf(message.publication), endpoint: name },
            ...{ status: 'pending', attempts: 0, rev: 1, nextAt: iso(now()), log: [] },
          }
          await payload.db.create({ collection: slugs.webhookDeliveries, data: row, req, returning: false })
        }
        const where: Where = { and: [{ id: { equals: message.id } }, { dispatched: { equals: false } }] }
        await payload.db.updateOne({
          collection: slugs.outbox,
          where,
          data: { dispatched: true },
          req,
          returning: false,
        })
      })
    } catch (error) {
      // Another process has just made them.
      if (!isUniqueConflict(error) && !isWriteConflict(error)) throw error
    }
  }
}

/** Claims a delivery and tries it; false when another process has it. */
async function attempt(deliverer: Deliverer, row: Row): Promise<boolean> {
  const { slugs, payload, webhooks, now } = deliverer
  const rev = Number(row.rev)
  const claimed = await swap(deliverer, { row, rev, data: { rev: rev + 1, nextAt: iso(now() + lease) } })
  if (!claimed) return false
  const webhook = webhooks.find(({ name }) => name === row.endpoint)
  const message = await payload.db.findOne<Row>({
    ...{ collection: slugs.outbox, where: { id: { equals: String(row.message) } } },
  })
  const made = Number(row.attempts) + 1
  const log = Array.isArray(row.log) ? (row.log as Attempt[]) : []
  const done: Attempt =
    webhook && message
      ? await send(deliverer, { webhook, id: message.id, body: JSON.stringify(message.payload) })
      : { at: iso(now()), status: null, milliseconds: 0, error: 'No such receiver any more' }
  const delivered = done.status !== null && done.status >= 200 && done.status < 300
  const pause = webhook ? pauses[made - 1] : undefined
  await swap(deliverer, {
    ...{ row, rev: rev + 1 },
    data: {
      rev: rev + 2,
      attempts: made,
      status: delivered ? 'delivered' : pause === undefined ? 'failed' : 'pending',
      nextAt: delivered || pause === undefined ? null : iso(now() + jittered(pause * 1000)),
      log: [...log, done],
    },
  })
  return true
}

async function swap(
  { slugs, payload }: Deliverer,
  { row, rev, data }: { row: Row; rev: number; data: Record<string, unknown> },
): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: row.id } }, { rev: { equals: rev } }] }
  const collection = slugs.webhookDeliveries
  try {
    return Boolean(await payload.db.updateOne({ collection, where, data, options: { atomic: true } }))
  } catch (error) {
    if (isWriteConflict(error)) return false
    throw error
  }
}

async function send(
  { fetch = globalThis.fetch, now }: Deliverer,
  { webhook, id, body }: { webhook: Webhook; id: string; body: string },
): Promise<Attempt> {
  const at = iso(now())
  const begun = performance.now()
  const timestamp = Math.floor(now() / 1000)
  const took = () => Math.round(performance.now() - begun)
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      // A receiver does not lead us on to where the house did not want to go.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Broadsheet',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf(webhook.secret, { id, timestamp, body }),
      },
      body,
    })
    // What it says beyond its status is of no interest, and may be endless.
    await response.body?.cancel()
    return { at, status: response.status, milliseconds: took(), error: null }
  } catch (error) {
    return { at, status: null, milliseconds: took(), error: reasonOf(error) }
  }
}

/** In words for the log: the cause that fetch hides behind “fetch failed”, without addresses or stacks. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  return code || error.name
}

/** Receivers that come back are not met by everything at the same moment. */
function jittered(milliseconds: number): number {
  return Math.round(milliseconds * (1 + Math.random() * 0.2))
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
