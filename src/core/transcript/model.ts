import { commonPairs, type CommonPairs } from './cohesion.ts'
import { featureCount, featureId, type PageFeatures } from './features.ts'
import { labelNumber, labels, mayFollow, type Label } from './labels.ts'

const L = labels.length

/** Learned weights, ready for decoding: emission[row[feature] * L + label], transition[from * L + to]. */
export interface Model {
  /** Where the weights of each feature stand. In a table that was read, features without any share row 0, all zeros. */
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
    row: Int32Array.from({ length: featureCount }, (_, id) => id),
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
    row[id] = kept.length
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
    const to = ends[line + 1]!
    for (let at = ends[line]!; at < to; at++) {
      const from = row[ids[at]!]! * L
      for (let label = 0; label < L; label++) scores[base + label]! += emission[from + label]!
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
  for (let label = 0; label < L; label++) best[label] = model.start[label]! + scores[label]!
  for (let line = 1; line < total; line++) {
    for (let to = 0; to < L; to++) {
      let top = -Infinity
      let from = 0
      for (let prior = 0; prior < L; prior++) {
        const value = best[(line - 1) * L + prior]! + model.transition[prior * L + to]!
        if (value > top) {
          top = value
          from = prior
        }
      }
      best[line * L + to] = top + scores[line * L + to]!
      back[line * L + to] = from
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
function forwardBackward(model: Model, scores: Float64Array, marginal: Float64Array): void {
  const total = scores.length / L
  const step = model.transition.map(Math.exp)
  const weight = new Float64Array(total * L)
  for (let line = 0; line < total; line++) {
    let top = -Infinity
    for (let label = 0; label < L; label++) top = Math.max(top, scores[line * L + label]!)
    for (let label = 0; label < L; label++)
      weight[line * L + label] = Math.exp(scores[line * L + label]! - top)
  }
  let sum = 0
  for (let label = 0; label < L; label++) {
    marginal[label] = Math.exp(model.start[label]!) * weight[label]!
    sum += marginal[label]!
  }
  for (let label = 0; label < L; label++) marginal[label]! /= sum || 1
  for (let line = 1; line < total; line++) {
    sum = 0
    for (let to = 0; to < L; to++) {
      let value = 0
      for (let from = 0; from < L; from++) value += marginal[(line - 1) * L + from]! * step[from * L + to]!
      marginal[line * L + to] = value * weight[line * L + to]!
      sum += marginal[line * L + to]!
    }
    for (let to = 0; to < L; to++) marginal[line * L + to]! /= sum || 1
  }
  let backward = new Float64Array(L).fill(1)
  for (let line = total - 2; line >= 0; line--) {
    const earlier = new Float64Array(L)
    sum = 0
    for (let from = 0; from < L; from++) {
      for (let to = 0; to < L; to++) {
        earlier[from]! += step[from * L + to]! * weight[(line + 1) * L + to]! * backward[to]!
      }
      sum += earlier[from]!
    }
    let mass = 0
    for (let label = 0; label < L; label++) {
      earlier[label]! /= sum || 1
      marginal[line * L + label]! *= earlier[label]!
      mass += marginal[line * L + label]!
    }
    for (let label = 0; label < L; label++) marginal[line * L + label]! /= mass || 1
    backward = earlier
  }
}
