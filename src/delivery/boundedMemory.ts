/** What is kept knows how many bytes it holds. */
export interface Kept {
  bytes: number
}

/** Bytes that an entry costs beside its own: the maps, the objects. An estimate on the safe side. */
const overhead = 500
/** Share of the memory for what has been asked for once only: a flood of odd queries drives out nothing that is asked for. */
const probation = 0.25

/**
 * A map that never holds more than `limit` bytes. What is asked for again moves up and stays; what nobody asks for a
 * second time goes first, the oldest first (segmented LRU).
 */
export class BoundedMemory<Value extends Kept> {
  readonly #limit: number
  readonly #once = new Map<string, Value>()
  readonly #often = new Map<string, Value>()
  #onceBytes = 0
  #oftenBytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get bytes(): number {
    return this.#onceBytes + this.#oftenBytes
  }

  get size(): number {
    return this.#once.size + this.#often.size
  }

  get(key: string): Value | undefined {
    const value = this.#often.get(key)
    if (value !== undefined) {
      this.#often.delete(key)
      this.#often.set(key, value)
      return value
    }
    const fresh = this.#once.get(key)
    if (fresh === undefined) return undefined
    const cost = costOf(key, fresh)
    this.#once.delete(key)
    this.#onceBytes -= cost
    this.#often.set(key, fresh)
    this.#oftenBytes += cost
    return fresh
  }

  /** Keeps a value, unless it alone would take a good part of the memory. */
  set(key: string, value: Value): void {
    this.delete(key)
    const cost = costOf(key, value)
    if (cost > this.#limit / 16) return
    this.#once.set(key, value)
    this.#onceBytes += cost
    this.#shrink()
  }

  delete(key: string): void {
    const once = this.#once.get(key)
    if (once) this.#onceBytes -= costOf(key, once)
    const often = this.#often.get(key)
    if (often) this.#oftenBytes -= costOf(key, often)
    this.#once.delete(key)
    this.#often.delete(key)
  }

  /** Lets a kept value grow by what `grow` adds to it; a value that is kept no more just grows. */
  grow(key: string, value: Value, bytes: number): void {
    if (this.#often.get(key) === value) this.#oftenBytes += bytes
    else if (this.#once.get(key) === value) this.#onceBytes += bytes
    value.bytes += bytes
    this.#shrink()
  }

  clear(): void {
    this.#once.clear()
    this.#often.clear()
    this.#onceBytes = 0
    this.#oftenBytes = 0
  }

  #shrink(): void {
    while (this.bytes > this.#limit) {
      const surplus = this.#onceBytes > this.#limit * probation || this.#often.size === 0
      const oldest = (surplus ? this.#once : this.#often).keys().next()
      if (oldest.done) return
      this.delete(oldest.value)
    }
  }
}

function costOf(key: string, value: Kept): number {
  return value.bytes + key.length * 2 + overhead
}
