/**
 * A process that publishes an issue, or makes a move of an article, when it is told to, and says in single letters on its fourth channel
 * how far it has come: B the transaction has begun, C it is about to be committed, D it is committed. The letters are written
 * synchronously, so that a SIGKILL at any moment leaves exactly those that were reached.
 */
import { writeSync } from 'node:fs'
import { createLocalReq, getPayload } from 'payload'

import config from '../../payload.config.ts'
import { isWriteConflict } from '../../src/database/isWriteConflict.ts'
import { optionsOf } from '../../src/options.ts'
import { loadIssue } from '../../src/workflow/desk/loadIssue.ts'
import { moveIssue } from '../../src/workflow/desk/moveIssue.ts'
import { loadFacts } from '../../src/workflow/loadFacts.ts'
import { moveArticle } from '../../src/workflow/moveArticle.ts'
import type { Order } from './publisherProcess.ts'

const mark = (letter: string) => writeSync(3, letter)
const payload = await getPayload({ config })
const { slugs } = optionsOf(payload)

process.on('message', async ({ of, id, transition, hold }: Order) => {
  const req = await createLocalReq({}, payload)
  const key = { slugs, req, id }
  const rev = of === 'issue' ? (await loadIssue(key))!.facts.rev : null
  const slip = of === 'article' ? (await loadFacts(key))!.slip : null
  const { beginTransaction, commitTransaction } = payload.db
  payload.db.beginTransaction = async function (...args) {
    const id = await beginTransaction.apply(this, args)
    mark('B')
    return id
  }
  payload.db.commitTransaction = async function (...args) {
    mark('C')
    // Everything is written and nothing is committed: it stays so until somebody kills the process.
    if (hold) await new Promise(() => undefined)
    await commitTransaction.apply(this, args)
    mark('D')
  }
  const actor = { id: 'by-chief', roles: ['chief' as const], publications: [] }
  const move = { ...key, transition, actor, now: new Date().toISOString() }
  const making: Promise<{ outcome: string }> = slip
    ? moveArticle({ ...move, input: { rev: slip.rev, hash: slip.contentHash } })
    : moveIssue({ ...move, input: { rev: rev! } })
  const outcome = await making.then(
    (moved) => moved.outcome,
    // Somebody else is at it: over REST this is a 409.
    (error: unknown) => (isWriteConflict(error) ? 'busy' : `error: ${String(error)}`),
  )
  process.send!({ outcome }, () => process.exit(0))
})
process.send!({ ready: true })
