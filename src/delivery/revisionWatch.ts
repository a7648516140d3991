/** What a watch needs to know of the outside. */
export interface RevisionSource {
  /** The number that rises in each transaction that changes what readers see. */
  read: () => Promise<number>
  /** Monotonic milliseconds. */
  now?: () => number
  /** Milliseconds between two looks. */
  interval?: number
  /** Milliseconds for which a look is believed, counted from its beginning. */
  bound?: number
}

/**
 * Knows whether anything public has changed. A `generation` stands for one state of what readers see: whoever reads
 * something in one generation may use it as long as the generation is the same and `fresh()`.
 */
export class RevisionWatch {
  readonly #source: Required<RevisionSource>
  readonly #listeners: (() => void)[] = []
  #timer: NodeJS.Timeout | undefined
  #stopped = true
  #seen: number | null = null
  #believedFrom = -Infinity
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined
  /** One state of what readers see, as this process knows it. */
  generation = 0

  constructor(source: RevisionSource) {
    this.#source = { now: () => performance.now(), interval: 500, bound: 1000, ...source }
  }

  /** Whether the last look is young enough: what is kept may be given out without asking the database. */
  fresh(): boolean {
    return this.#source.now() - this.#believedFrom < this.#source.bound
  }

  /** Calls back whenever the generation changes. */
  onMove(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Looks now; the look begins after the call, and callers who wait at the same time share one. */
  check(): Promise<void> {
    if (!this.#running) return (this.#running = this.#look())
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined
        return (this.#running = this.#look())
      })
    return this.#next
  }

  /** This process itself has committed a change that raised the number to `revision`. */
  moved(revision: number): void {
    this.#seen = revision
    this.#turn()
  }

  start(): void {
    if (!this.#stopped) return
    this.#stopped = false
    void this.#poll()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#believedFrom = -Infinity
  }

  async #poll(): Promise<void> {
    const begun = this.#source.now()
    // What could not be asked is not believed any more after `bound`: readers are then answered from the database.
    await this.check().catch(() => undefined)
    if (this.#stopped) return
    const spent = this.#source.now() - begun
    this.#timer = setTimeout(() => void this.#poll(), Math.max(0, this.#source.interval - spent)).unref()
  }

  async #look(): Promise<void> {
    const begun = this.#source.now()
    const { generation } = this
    try {
      const revision = await this.#source.read()
      // A change committed here meanwhile knows better than a number that was read before it.
      if (generation !== this.generation) return
      if (this.#seen !== revision) {
        const first = this.#seen === null
        this.#seen = revision
        if (!first) this.#turn()
      }
      if (!this.#stopped) this.#believedFrom = begun
    } finally {
      this.#running = undefined
    }
  }

  #turn(): void {
    this.generation += 1
    for (const listener of this.#listeners) listener()
  }
}
