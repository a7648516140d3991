import { BoundedMemory } from './boundedMemory.ts'
import { finish, FinishedAnswer, type Coding, type CodedBody } from './finishedAnswer.ts'
import type { RevisionWatch } from './revisionWatch.ts'

/** Payload's own answer to a question, asked anonymously. */
export type Ask = () => Promise<Response>

export interface ReadCounts {
  /** Answered from memory. */
  hits: number
  /** Asked Payload. */
  misses: number
  /** Waited for a question that was under way already. */
  shared: number
  entries: number
  bytes: number
}

/** What a question under way will bring; `moved`: something was published meanwhile, so it may be half old and half new. */
interface Landed {
  answer: FinishedAnswer
  moved: boolean
}

/** An answer, and whether it was in memory. */
export interface ReadAnswer {
  answer: FinishedAnswer
  hit: boolean
}

interface Flight {
  generation: number
  landed: Promise<Landed>
}

/** How often a reading that a publication ran into is begun again. */
const attempts = 5

/**
 * What anonymous readers get, kept as finished bytes until published content changes. One per Payload instance. What is given
 * out is never older than the watch's bound (a second), and never half: a reading that a publication ran into is read again.
 */
export class PublishedReads {
  readonly #watch: RevisionWatch
  readonly #memory: BoundedMemory<FinishedAnswer>
  readonly #flights = new Map<string, Flight>()
  #hits = 0
  #misses = 0
  #shared = 0

  /** @param options.memory bytes that may be kept */
  constructor(watch: RevisionWatch, options: { memory: number }) {
    this.#watch = watch
    this.#memory = new BoundedMemory(options.memory)
    watch.onMove(() => this.#memory.clear())
  }

  get counts(): ReadCounts {
    const { bytes, size } = this.#memory
    return { hits: this.#hits, misses: this.#misses, shared: this.#shared, entries: size, bytes }
  }

  /** Stands for one state of what readers see: what is made of it holds while this is the same. */
  get generation(): number {
    return this.#watch.generation
  }

  /** The answer, if it is in memory and certain to be young enough. Never waits. */
  inMemory(key: string): FinishedAnswer | undefined {
    if (!this.#watch.fresh()) return undefined
    const answer = this.#memory.get(key)
    if (answer) this.#hits += 1
    return answer
  }

  /**
   * The answer from memory, or from `ask`, which many who want the same at the same time share.
   * @param key canonical: whatever has the same key must have the same answer
   */
  async read(key: string, ask: Ask): Promise<ReadAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      if (!this.#watch.fresh() && !(await this.#looked()))
        return { answer: await this.#askOnce(ask), hit: false }
      const kept = this.inMemory(key)
      if (kept) return { answer: kept, hit: true }
      const { answer, moved } = await this.#fly(key, ask)
      if (!moved || attempt === attempts) return { answer, hit: false }
    }
  }

  /**
   * Keeps what was made elsewhere of published reads alone, such as a page, alike for everybody. Not kept where something was
   * published since it was begun.
   * @param made.generation as it was when the making began
   */
  async keep(
    key: string,
    made: { status: number; headers: Headers; body: Buffer; generation: number },
  ): Promise<void> {
    const { body, generation, ...head } = made
    // The look must begin after the making ended.
    if (!(await this.#looked()) || this.#watch.generation !== generation) return
    this.#memory.set(key, new FinishedAnswer(head, body))
  }

  /** A body of an answer in a coding; what was made for it is kept with the answer. */
  coded(key: string, answer: FinishedAnswer, coding: Coding): Promise<CodedBody> {
    return answer.in(coding, (bytes) => this.#memory.grow(key, answer, bytes))
  }

  /** Joins the same question under way in this generation, or asks. */
  async #fly(key: string, ask: Ask): Promise<Landed> {
    const { generation } = this.#watch
    const underWay = this.#flights.get(key)
    if (underWay?.generation === generation) {
      this.#shared += 1
      return underWay.landed
    }
    const flight = { generation, landed: this.#askAndKeep(key, ask) }
    this.#flights.set(key, flight)
    try {
      return await flight.landed
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key)
    }
  }

  async #askAndKeep(key: string, ask: Ask): Promise<Landed> {
    const { generation } = this.#watch
    const answer = await this.#askOnce(ask)
    // Only a look that begins after the reading tells whether all of it was of one generation.
    if (!answer.mayBeKept || !(await this.#looked())) return { answer, moved: false }
    const moved = this.#watch.generation !== generation
    if (!moved) this.#memory.set(key, answer)
    return { answer, moved }
  }

  async #askOnce(ask: Ask): Promise<FinishedAnswer> {
    this.#misses += 1
    return finish(await ask())
  }

  /** False when the database does not answer: then nothing is kept, and nothing is answered from memory. */
  async #looked(): Promise<boolean> {
    return this.#watch.check().then(
      () => true,
      () => false,
    )
  }
}
