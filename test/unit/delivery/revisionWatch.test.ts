import { describe, expect, it } from 'vitest'

import { RevisionWatch } from '../../../src/delivery/revisionWatch.ts'

/** A watch over a database whose number and clock the test turns; every look waits to be answered. */
function house() {
  const state = { revision: 5, now: 1000 }
  const waiting: { value: number; answer: (failure?: Error) => void }[] = []
  const watch = new RevisionWatch({
    now: () => state.now,
    interval: 1_000_000,
    read: () => {
      const value = state.revision
      return new Promise((resolve, reject) => {
        waiting.push({ value, answer: (failure) => (failure ? reject(failure) : resolve(value)) })
      })
    },
  })
  let moves = 0
  watch.onMove(() => (moves += 1))
  watch.start()
  return { state, waiting, watch, moves: () => moves }
}

/** Lets promises that are already settled run on. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the watch over the revision', () => {
  it('believes nothing before its first look, and a look for a second from its beginning', async () => {
    const { state, waiting, watch } = house()
    expect(watch.fresh()).toBe(false)
    state.now += 400
    waiting[0]!.answer()
    await settle()
    expect(watch.fresh()).toBe(true)
    state.now = 1999
    expect(watch.fresh()).toBe(true)
    state.now = 2000
    expect(watch.fresh()).toBe(false)
  })

  it('turns the generation when the number is another one, up or down, and not when it is the same', async () => {
    const { state, waiting, watch, moves } = house()
    waiting[0]!.answer()
    await settle()
    const before = watch.generation
    for (const [revision, turns] of [
      [5, 0],
      [6, 1],
      [2, 2],
    ] as const) {
      state.revision = revision
      const look = watch.check()
      waiting.at(-1)!.answer()
      await look
      expect(watch.generation - before).toBe(turns)
      expect(moves()).toBe(turns)
    }
  })

  it('believes what this process committed over a number that was read before it', async () => {
    const { state, waiting, watch } = house()
    waiting[0]!.answer()
    await settle()
    const look = watch.check()
    state.revision = 6
    watch.moved(6)
    const { generation } = watch
    waiting[1]!.answer()
    await look
    const again = watch.check()
    waiting[2]!.answer()
    await again
    expect(watch.generation).toBe(generation)
  })

  it('answers who asks during a look by a look that begins after the question, one for all', async () => {
    const { state, waiting, watch } = house()
    await settle()
    state.revision = 7
    const asked = [watch.check(), watch.check()]
    waiting[0]!.answer()
    await settle()
    expect(waiting).toHaveLength(2)
    expect(waiting[1]!.value).toBe(7)
    waiting[1]!.answer()
    await Promise.all(asked)
    expect(watch.generation).toBe(1)
  })

  it('believes nothing any more when the database does not answer, and goes on when it does again', async () => {
    const { state, waiting, watch } = house()
    waiting[0]!.answer()
    await settle()
    state.now += 1500
    const failed = watch.check()
    waiting[1]!.answer(new Error('gone'))
    await expect(failed).rejects.toThrow('gone')
    expect(watch.fresh()).toBe(false)
    const back = watch.check()
    waiting[2]!.answer()
    await back
    expect(watch.fresh()).toBe(true)
  })

  it('believes nothing once stopped', async () => {
    const { waiting, watch } = house()
    waiting[0]!.answer()
    await settle()
    watch.stop()
    expect(watch.fresh()).toBe(false)
  })
})
