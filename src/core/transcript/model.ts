import { commonPairs, type CommonPairs } from './cohesion.ts'
import { featureCount, featureId, type PageFeatures } from './features.ts'
import { labelNumber, labels, mayFollow, type Label } from './labels.ts'

const L = labels.length

/** Learned weights, ready for decoding: emission[row[feature] + label], transition[from * L + to]. */
export interface Model {
  /** Where the weights of each feature begin. In a table that was read, features without any share row 0, all zeros. */
  row: Int32Array
  emission: Float64Array
  start: Float64Array
  transition: Float64Array
  /** Pairs of characters that say nothing about cohesion, one after the other. */
  pairs: string
  common: CommonPairs
}

/** The best labelling of a page, and for each line the probability of every label. */
export interface Decoding {
  path: Uint8Array
  /** marginal[line * L + label] */
  marginal: Float64Array
}

/** A model without knowledge: only the grammar. */
export function emptyModel(pairs = ''): Model {
  const start = new Float64Array(L).fill(-Infinity)
  const transition = new Float64Array(L * L).fill(-Infinity)
  for (const to of mayFollow.start) start[labelNumber[to]] = 0
  for (const from of labels)
    for (const to of mayFollow[from]) transition[labelNumber[from] * L + labelNumber[to]] = 0
  return {
    row: Int32Array.from({ length: featureCount }, (_, id) => id * L),
    emission: new Float64Array(featureCount * L),
    start,
    transition,
    pairs,
    common: commonPairs(pairs),
  }
}

/**
 * Reads a table of weights: one line for each feature, its name and one number for each label; `start` and
 * `from:LABEL` lines hold the transitions, `common` the pairs of characters that cohesion leaves out. Names this version does not know are left out.
 */
export function readModel(table: string): Model {
  const rows = table.split('\n')
  const model = emptyModel(rows.find((row) => row.startsWith('common '))?.slice('common '.length) ?? '')
  for (const row of rows) {
    const cells = row.trim().split(' ')
    const numbers = cells.slice(-L).map(Number)
    const name = cells.slice(0, -L).join(' ')
    if (name === '' || numbers.length !== L) continue
    const from = /^from:(.+)$/.exec(name)?.[1] as Label | undefined
    const target = name === 'start' ? model.start : from ? model.transition : model.emission
    const id = name === 'start' ? 0 : from ? labelNumber[from] : featureId(name)
    if (id === null || id === undefined) continue
    for (let label = 0; label < L; label++) {
      const at = id * L + label
      if (target[at] !== -Infinity) target[at] = numbers[label]!
    }
  }
  return closedUp(model)
}

/** The same model with the weights that are there side by side, so that they stay near at hand when pages are read. */
function closedUp(model: Model): Model {
  const row = new Int32Array(featureCount)
  const kept: number[] = [0]
  for (let id = 0; id < featureCount; id++) {
    if (!model.emission.subarray(id * L, (id + 1) * L).some((weight) => weight !== 0)) continue
    row[id] = kept.length * L
    kept.push(id)
  }
  const emission = new Float64Array(kept.length * L)
  for (let at = 1; at < kept.length; at++)
    emission.set(model.emission.subarray(kept[at]! * L, (kept[at]! + 1) * L), at * L)
  return { ...model, row, emission }
}

/** Each line's score for each label by its own features: scores[line * L + label]. */
export function emissions(model: Model, { ids, ends }: PageFeatures): Float64Array {
  const total = ends.length - 1
  const scores = new Float64Array(total * L)
  const { emission, row } = model
  for (let line = 0; line < total; line++) {
    const base = line * L
    const [from, to] = [ends[line]!, ends[line + 1]!]
    for (let label = 0; label < L; label++) {
      let sum = 0
      for (let at = from; at < to; at++) sum += emission[row[ids[at]!]! + label]!
      scores[base + label] = sum
    }
  }
  return scores
}

/** Decodes a page: the best path under the grammar (Viterbi), and the probabilities (forward-backward). */
export function decode(model: Model, scores: Float64Array): Decoding {
  const total = scores.length / L
  const path = new Uint8Array(total)
  const marginal = new Float64Array(total * L)
  if (total === 0) return { path, marginal }
  const best = new Float64Array(total * L)
  const back = new Uint8Array(total * L)
  const { start, transition } = model
  for (let label = 0; label < L; label++) best[label] = start[label]! + scores[label]!
  for (let line = 1; line < total; line++) {
    const here = line * L
    const before = here - L
    for (let to = 0; to < L; to++) {
      let top = -Infinity
      let from = 0
      for (let prior = 0, edge = to; prior < L; prior++, edge += L) {
        const value = best[before + prior]! + transition[edge]!
        if (value > top) {
          top = value
          from = prior
        }
      }
      best[here + to] = top + scores[here + to]!
      back[here + to] = from
    }
  }
  let last = 0
  for (let label = 1; label < L; label++) {
    if (best[(total - 1) * L + label]! > best[(total - 1) * L + last]!) last = label
  }
  for (let line = total - 1; line >= 0; line--) {
    path[line] = last
    last = back[line * L + last]!
  }
  forwardBackward(model, scores, marginal)
  return { path, marginal }
}

/** Fills `marginal` with each line's label probabilities; sums are scaled line by line, so nothing overflows. */
function forwardBackward({ start, transition }: Model, scores: Float64Array, marginal: Float64Array): void {
  const total = scores.length / L
  const step = transition.map(Math.exp)
  const weight = new Float64Array(total * L)
  for (let at = 0; at < total * L; at += L) {
    let top = -Infinity
    for (let label = 0; label < L; label++) if (scores[at + label]! > top) top = scores[at + label]!
    for (let label = 0; label < L; label++) weight[at + label] = Math.exp(scores[at + label]! - top)
  }
  for (let label = 0; label < L; label++) marginal[label] = Math.exp(start[label]!) * weight[label]!
  scale(marginal, 0)
  for (let at = L; at < total * L; at += L) {
    const before = at - L
    for (let to = 0; to < L; to++) {
      let value = 0
      for (let from = 0, edge = to; from < L; from++, edge += L)
        value += marginal[before + from]! * step[edge]!
      marginal[at + to] = value * weight[at + to]!
    }
    scale(marginal, at)
  }
  let backward = new Float64Array(L).fill(1)
  let earlier = new Float64Array(L)
  for (let at = (total - 2) * L; at >= 0; at -= L) {
    const behind = at + L
    for (let from = 0; from < L; from++) {
      let value = 0
      for (let to = 0, edge = from * L; to < L; to++, edge++)
        value += step[edge]! * weight[behind + to]! * backward[to]!
      earlier[from] = value
    }
    scale(earlier, 0)
    for (let label = 0; label < L; label++) marginal[at + label]! *= earlier[label]!
    scale(marginal, at)
    const spare = backward
    backward = earlier
    earlier = spare
  }
}

/** Divides the numbers of one line by their sum. */
function scale(values: Float64Array, at: number): void {
  let sum = 0
  for (let label = 0; label < L; label++) sum += values[at + label]!
  for (let label = 0; label < L; label++) values[at + label]! /= sum || 1
}
