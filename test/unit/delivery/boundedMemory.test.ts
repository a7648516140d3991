import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BoundedMemory } from '../../../src/delivery/boundedMemory.ts'

const limit = 100_000

describe('the memory of answers', () => {
  it('never holds more than it may, and counts what it holds', () => {
    const step = fc.record({
      key: fc.integer({ min: 0, max: 60 }).map((number) => `/api/articles/${number}`),
      does: fc.constantFrom('set', 'set', 'get', 'grow', 'delete'),
      bytes: fc.integer({ min: 0, max: 8_000 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const memory = new BoundedMemory<{ bytes: number }>(limit)
        const values = new Map<string, { bytes: number }>()
        for (const { key, does, bytes } of steps) {
          const value = values.get(key) ?? { bytes }
          values.set(key, value)
          if (does === 'set') memory.set(key, value)
          if (does === 'get') memory.get(key)
          if (does === 'grow') memory.grow(key, value, 10)
          if (does === 'delete') memory.delete(key)
          expect(memory.bytes).toBeLessThanOrEqual(limit)
        }
        for (const key of values.keys()) memory.delete(key)
        expect({ bytes: memory.bytes, size: memory.size }).toEqual({ bytes: 0, size: 0 })
      }),
    )
  })

  it('keeps what is asked for again through any flood of what is asked for once', () => {
    const memory = new BoundedMemory<{ bytes: number }>(limit)
    memory.set('front page', { bytes: 5_000 })
    memory.get('front page')
    for (let odd = 0; odd < 10_000; odd += 1) memory.set(`odd ${odd}`, { bytes: 1_000 })
    expect(memory.get('front page')).toBeDefined()
    expect(memory.get('odd 9999')).toBeDefined()
    expect(memory.get('odd 0')).toBeUndefined()
  })

  it('does not give a good part of itself to one answer', () => {
    const memory = new BoundedMemory<{ bytes: number }>(limit)
    memory.set('all of it', { bytes: limit / 2 })
    expect(memory.size).toBe(0)
  })
})
