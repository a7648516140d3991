/**
 * Thrown to a writer that waited in vain. A bug, not a state of the data: one transaction kept the
 * lock for the whole time, most often because a hook forgot `req` and waits for its own transaction.
 */
export class WriteLockTimeout extends Error {
  override name = 'WriteLockTimeout'
  constructor(milliseconds: number) {
    super(
      `A write waited ${milliseconds} ms for SQLite's write lock, which one transaction held all that time. ` +
        'The usual cause: a hook calls the Local API without `req`, so that its write waits for the very ' +
        'transaction it is part of. Pass `req` to every nested call.',
    )
  }
}

/** Gives the lock back; calling it again does nothing. */
export type Release = () => void

/**
 * First come, first served: at most one holder at a time within this process.
 * A waiter gives up with `WriteLockTimeout` only when *one* holder has kept the lock for
 * `patience` milliseconds while it waited; a long queue of short writes never times out.
 */
export class WriteLock {
  readonly #patience: number
  readonly #queue: (() => void)[] = []
  #heldSince: number | null = null

  constructor(patience: number) {
    this.#patience = patience
  }

  async acquire(): Promise<Release> {
    if (this.#heldSince !== null) await this.#wait()
    this.#heldSince = performance.now()
    let released = false
    return () => {
      if (released) return
      released = true
      const next = this.#queue.shift()
      // Handed over without a gap, so that nobody who comes later can slip in between.
      this.#heldSince = next ? performance.now() : null
      next?.()
    }
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout
      const enter = () => {
        clearTimeout(timer)
        resolve()
      }
      const check = () => {
        const held = this.#heldSince === null ? 0 : performance.now() - this.#heldSince
        if (held < this.#patience) {
          timer = setTimeout(check, this.#patience - held)
          return
        }
        this.#queue.splice(this.#queue.indexOf(enter), 1)
        reject(new WriteLockTimeout(this.#patience))
      }
      timer = setTimeout(check, this.#patience)
      this.#queue.push(enter)
    })
  }
}
