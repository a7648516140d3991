/**
 * A process that publishes an issue when it is told to, and says in single letters on its fourth channel how far it has come:
 * B the transaction has begun, C it is about to be committed, D it is committed. The letters are written synchronously, so
 * that a SIGKILL at any moment leaves exactly those that were reached.
 */
import { writeSync } from 'node:fs'
import { createLocalReq, getPayload } from 'payload'

import config from '../../payload.config.ts'
import { isWriteConflict } from '../../src/database/isWriteConflict.ts'
import { optionsOf } from '../../src/options.ts'
import { loadIssue } from '../../src/workflow/desk/loadIssue.ts'
import { moveIssue } from '../../src/workflow/desk/moveIssue.ts'

const mark = (letter: string) => writeSync(3, letter)
const payload = await getPayload({ config })
const { slugs } = optionsOf(payload)

process.on('message', async ({ issue }: { issue: string }) => {
  const req = await createLocalReq({}, payload)
  const loaded = await loadIssue({ slugs, req, id: issue })
  const { beginTransaction, commitTransaction } = payload.db
  payload.db.beginTransaction = async function (...args) {
    const id = await beginTransaction.apply(this, args)
    mark('B')
    return id
  }
  payload.db.commitTransaction = async function (...args) {
    mark('C')
    await commitTransaction.apply(this, args)
    mark('D')
  }
  const actor = { id: 'by-chief', roles: ['chief' as const], publications: [] }
  const input = { rev: loaded!.facts.rev }
  const move = { slugs, req, id: issue, transition: 'publish', actor, input, now: new Date().toISOString() }
  const outcome = await moveIssue(move).then(
    (moved) => moved.outcome,
    // Somebody else is at it: over REST this is a 409.
    (error: unknown) => (isWriteConflict(error) ? 'busy' : `error: ${String(error)}`),
  )
  process.send!({ outcome }, () => process.exit(0))
})
process.send!({ ready: true })
