import { paths, type Life } from './article.ts'

/** What happened to an article, as an onlooker sees it: who did what, when the article went where. */
export interface Seen {
  user: string
  transition: string
  from: string
  to: string
  text: string
  rev: number
  confirms?: { asker: string }
  kind?: string
}

interface Done {
  users: string[]
  text: string
  rev: number
}

const order = ['review1', 'review2', 'review3', 'proof1', 'proof2', 'proof3']

/**
 * Follows an article without the engine's slip and records and says, when it is published, what the rules of 三审三校 were
 * broken by: the specification's invariants, worded a second time.
 */
export class Oracle {
  readonly faults: string[] = []
  published = 0
  private done = new Map<string, Done>()
  private past: Done[] = []
  private edits: { user: string; rev: number }[] = []
  private editsBefore: { user: string; rev: number }[] = []
  private writers = new Set<string>()
  private life: Life = 'fresh'
  private entered = 0
  private overridden = new Set<string>()
  private publicText: string | null = null

  constructor(
    private readonly profile: string,
    private readonly creator: string,
  ) {}

  see(seen: Seen): void {
    const { user, transition, from, to, text, rev, confirms } = seen
    if (transition === 'save') {
      this.edits.push({ user, rev })
      if (from === 'draft' || from === 'correcting') this.writers.add(user)
    }
    if (['pass', 'signOff', 'proof'].includes(transition)) {
      if (transition === 'proof') this.checkProof(user, from)
      this.done.set(from, { users: [user], text, rev })
    }
    if (transition === 'override' && confirms) {
      if (confirms.asker === user) this.faults.push('override confirmed by its asker')
      for (const step of this.path().filter((one) => one.startsWith('review')))
        if (!this.done.has(step)) {
          this.done.set(step, { users: [confirms.asker, user], text, rev })
          this.overridden.add(step)
        }
    }
    const toIndex = order.indexOf(to)
    const fromIndex = from === 'ready' ? order.length : order.indexOf(from)
    const back = toIndex >= 0 && fromIndex >= 0 && toIndex < fromIndex
    if (back || ['draft', 'correcting', 'spiked'].includes(to)) this.forget(to, seen)
    if (to === 'published' && from !== to) this.checkPublication(seen)
    if (to === 'spiked' && this.publicText !== null) this.faults.push('spiked while readers see it')
    if (to === 'withdrawn' && from !== to) this.publicText = null
    if (from !== to) this.entered = rev + 1
  }

  private path(): readonly string[] {
    return paths[this.profile]![this.life]
  }

  private forget(to: string, { from, transition, kind }: Seen): void {
    if (from === to) return
    if (transition === 'correct' || transition === 'reinstate') {
      this.past.push(...this.done.values())
      this.editsBefore = [...this.edits]
      this.life = transition === 'correct' ? ((kind === 'typo' ? 'typo' : 'correction') as Life) : 'reinstate'
    }
    const kept = order.indexOf(to)
    for (const step of [...this.done.keys()])
      if (order.indexOf(step) >= kept) {
        this.done.delete(step)
        // An urgent sign-off falls as a whole.
        if (this.overridden.has(step))
          for (const skipped of this.overridden) {
            this.done.delete(skipped)
          }
      }
    for (const step of [...this.overridden]) if (!this.done.has(step)) this.overridden.delete(step)
    if (kept < 0 && transition !== 'recall') this.writers.clear()
  }

  private checkProof(user: string, step: string): void {
    const previous = this.path()[this.path().indexOf(step) - 1]
    if (previous?.startsWith('proof') && this.done.get(previous)?.users.includes(user))
      this.faults.push(`${step} by the user of ${previous}`)
    const judged = [...this.past, ...this.done.values()]
    for (const edit of this.edits.filter((one) => one.user === user && one.rev <= this.entered))
      if (!judged.some((done) => done.rev >= edit.rev && done.users.some((one) => one !== user)))
        this.faults.push(`${step} by ${user}, whose edit at ${edit.rev} nobody else has judged`)
  }

  private checkPublication({ transition, text }: Seen): void {
    if (transition === 'abandon') {
      if (this.publicText === null) this.faults.push('abandoned into publication')
      this.edits = this.editsBefore
      this.past = []
      this.life = 'fresh'
      return
    }
    if (transition !== 'publish' && transition !== 'republish') this.faults.push(`published by ${transition}`)
    if (transition === 'publish' && this.life !== 'fresh')
      this.faults.push('published a correction as a first edition')
    const path = this.path()
    const missing = path.filter((step) => !this.done.has(step))
    if (missing.length > 0) this.faults.push(`published without ${missing.join()}`)
    const reviews = path.filter((step) => step.startsWith('review') && !this.overridden.has(step))
    const reviewers = reviews.flatMap((step) => this.done.get(step)?.users ?? [])
    if (this.overridden.size > 0) reviewers.push(...(this.done.get([...this.overridden][0]!)?.users ?? []))
    if (new Set(reviewers).size !== reviewers.length)
      this.faults.push(`one user in two reviews: ${reviewers}`)
    const writer = reviewers.find((one) => one === this.creator || this.writers.has(one))
    if (writer) this.faults.push(`reviewed by the writer ${writer}`)
    if (this.done.get(path.at(-1)!)?.text !== text)
      this.faults.push('published another text than was passed last')
    this.published++
    this.publicText = text
    this.life = 'fresh'
  }

  /** Whether reviews were skipped by an urgent sign-off that still counts. */
  get urgent(): boolean {
    return this.overridden.size > 0
  }
}
