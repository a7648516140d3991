import { featureCount } from '../../src/core/transcript/features.ts'
import { labels } from '../../src/core/transcript/labels.ts'
import { emptyModel, type Model } from '../../src/core/transcript/model.ts'

const L = labels.length

/** A page to learn from: the features of its lines and their right labels; -1 where a line's label is not known. */
export interface Lesson {
  features: Int32Array[]
  truth: Int8Array
  weight: number
}

/** How hard to learn: passes over the lessons, the step, and the pull of every weight towards zero. */
export interface Effort {
  passes: number
  rate: number
  decay: number
}

/**
 * Learns a linear-chain conditional random field by stochastic gradient steps (AdaGrad), page by page, in a
 * drawn order that is always the same: the same lessons give the same model. `pairs` are left out of cohesion. Lines of unknown label are summed over.
 */
export function learn(lessons: readonly Lesson[], effort: Effort, pairs: string): Model {
  const model = emptyModel(pairs)
  const gains = {
    emission: new Float64Array(featureCount * L).fill(1e-2),
    start: new Float64Array(L).fill(1e-2),
    transition: new Float64Array(L * L).fill(1e-2),
  }
  // The mean of the later passes: steadier than the last one.
  const mean = {
    emission: new Float64Array(featureCount * L),
    start: new Float64Array(L),
    transition: new Float64Array(L * L),
  }
  let kept = 0
  const order = lessons.map((_, index) => index)
  const random = randomFrom(1)
  for (let pass = 0; pass < effort.passes; pass++) {
    shuffle(order, random)
    const rate = effort.rate / (1 + pass * 0.15)
    for (const index of order) {
      step(model, gains, lessons[index]!, { rate, decay: effort.decay / lessons.length })
    }
    if (pass * 2 < effort.passes) continue
    kept++
    for (const key of weights) {
      for (let at = 0; at < mean[key].length; at++) mean[key][at]! += model[key][at]!
    }
  }
  for (const key of weights) {
    for (let at = 0; at < mean[key].length; at++) model[key][at] = mean[key][at]! / kept
  }
  return model
}

const weights = ['emission', 'start', 'transition'] as const

/** The mean of models that were learned from other draws of the same pages. */
export function meanOf(models: readonly Model[]): Model {
  const [first] = models
  const mean = emptyModel(first!.pairs)
  for (const key of weights) {
    for (let at = 0; at < mean[key].length; at++)
      mean[key][at] = models.reduce((sum, model) => sum + model[key][at]!, 0) / models.length
  }
  return mean
}

/** The features that have a weight of at least `floor`, for or against any label. */
export function strongFeatures({ emission }: Model, floor: number): Set<number> {
  const strong = new Set<number>()
  for (let at = 0; at < emission.length; at++)
    if (Math.abs(emission[at]!) >= floor) strong.add(Math.floor(at / L))
  return strong
}

type Gains = { emission: Float64Array; start: Float64Array; transition: Float64Array }

function step(
  model: Model,
  gains: Gains,
  lesson: Lesson,
  { rate, decay }: { rate: number; decay: number },
): void {
  const total = lesson.features.length
  if (total === 0) return
  const free = expectations(model, lesson.features, null)
  const held = expectations(model, lesson.features, lesson.truth)
  if (!free || !held) return
  const { emission, start, transition } = model
  const move = (values: Float64Array, gain: Float64Array, at: number, gradient: number): void => {
    const full = gradient * lesson.weight - decay * values[at]!
    if (full === 0) return
    gain[at]! += full * full
    values[at]! += (rate * full) / Math.sqrt(gain[at]!)
  }
  for (let line = 0; line < total; line++) {
    for (let label = 0; label < L; label++) {
      const gradient = held.node[line * L + label]! - free.node[line * L + label]!
      if (Math.abs(gradient) < 1e-4) continue
      for (const id of lesson.features[line]!) move(emission, gains.emission, id * L + label, gradient)
      if (line === 0 && start[label] !== -Infinity) move(start, gains.start, label, gradient)
    }
  }
  for (let at = 0; at < L * L; at++) {
    if (transition[at] === -Infinity) continue
    move(transition, gains.transition, at, held.edge[at]! - free.edge[at]!)
  }
}

/** Expected label counts of a page, with the labels free or held to the truth; null where no path is allowed. */
function expectations(
  model: Model,
  features: readonly Int32Array[],
  truth: Int8Array | null,
): { node: Float64Array; edge: Float64Array } | null {
  const total = features.length
  const step = model.transition.map(Math.exp)
  const weight = new Float64Array(total * L)
  for (let line = 0; line < total; line++) {
    const base = line * L
    for (const id of features[line]!) {
      for (let label = 0; label < L; label++) weight[base + label]! += model.emission[id * L + label]!
    }
    let top = -Infinity
    for (let label = 0; label < L; label++) top = Math.max(top, weight[base + label]!)
    for (let label = 0; label < L; label++) {
      const held = truth !== null && truth[line]! >= 0 && truth[line] !== label
      weight[base + label] = held ? 0 : Math.exp(weight[base + label]! - top) + 1e-12
    }
  }
  const forward = new Float64Array(total * L)
  const backward = new Float64Array(total * L)
  const scale = new Float64Array(total)
  for (let line = 0; line < total; line++) {
    for (let to = 0; to < L; to++) {
      let value = 0
      if (line === 0) value = Math.exp(model.start[to]!)
      else
        for (let from = 0; from < L; from++) value += forward[(line - 1) * L + from]! * step[from * L + to]!
      forward[line * L + to] = value * weight[line * L + to]!
      scale[line]! += forward[line * L + to]!
    }
    if (scale[line] === 0) return null
    for (let to = 0; to < L; to++) forward[line * L + to]! /= scale[line]!
  }
  const node = new Float64Array(total * L)
  const edge = new Float64Array(L * L)
  for (let label = 0; label < L; label++) backward[(total - 1) * L + label] = 1
  for (let line = total - 1; line >= 0; line--) {
    for (let label = 0; label < L; label++)
      node[line * L + label] = forward[line * L + label]! * backward[line * L + label]!
    if (line === 0) break
    for (let from = 0; from < L; from++) {
      let value = 0
      for (let to = 0; to < L; to++) {
        const part = (step[from * L + to]! * weight[line * L + to]! * backward[line * L + to]!) / scale[line]!
        value += part
        edge[from * L + to]! += forward[(line - 1) * L + from]! * part
      }
      backward[(line - 1) * L + from] = value
    }
  }
  return { node, edge }
}

/** A small deterministic source of numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(list: number[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = list[at]!
    list[at] = list[other]!
    list[other] = kept
  }
}
