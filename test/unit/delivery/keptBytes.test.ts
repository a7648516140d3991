import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'

import { BoundedMemory } from '../../../src/delivery/boundedMemory.ts'
import { finish, type FinishedAnswer } from '../../../src/delivery/finishedAnswer.ts'
import { prepareHeaders } from '../../../src/http/published/headers.ts'

/** Bytes that the process holds after everything that can go is gone. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

it('a memory full of short answers holds no more than it counts', async () => {
  const memory = new BoundedMemory<FinishedAnswer>(1_000_000_000)
  const always = ['content-security-policy', "default-src 'none'", 'vary', 'Accept-Encoding, Cookie']
  const before = heldBytes()
  for (let index = 0; index < 10_000; index += 1) {
    const headers = {
      'content-type': 'application/json',
      'access-control-allow-methods': 'PUT, PATCH, POST, GET, DELETE, OPTIONS',
      'access-control-allow-headers': 'Origin, X-Requested-With, Content-Type, Accept, Authorization',
    }
    const answer = await finish(new Response(`{"errors":[{"message":"${index}"}]}`, { status: 404, headers }))
    const body = await answer.in('identity', () => undefined)
    // As when it has been sent once.
    body.prepared = prepareHeaders(answer, { body, always, cacheControl: 'public, max-age=0' })
    memory.set(`zh  /api/articles/nothing-${index}`, answer)
  }
  expect(memory.size).toBe(10_000)
  expect(heldBytes() - before).toBeLessThan(memory.bytes)
})
