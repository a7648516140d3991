import { featureCount, featureName } from '../../src/core/transcript/features.ts'
import { labels } from '../../src/core/transcript/labels.ts'
import type { Model } from '../../src/core/transcript/model.ts'

const L = labels.length

/** A model as the readable table that `readModel` takes: two decimals, features too weak to matter left out. */
export function writeTable(model: Model, floor = 0.05): string {
  const rows: string[] = [`common ${model.pairs}`]
  const row = (name: string, values: ArrayLike<number>, at: number): string =>
    `${name} ${Array.from({ length: L }, (_, label) => short(values[at + label]!)).join(' ')}`
  rows.push(row('start', model.start, 0))
  for (const [from, label] of labels.entries()) rows.push(row(`from:${label}`, model.transition, from * L))
  for (let id = 0; id < featureCount; id++) {
    const values = model.emission.subarray(id * L, (id + 1) * L)
    if (values.some((value) => Math.abs(value) >= floor)) rows.push(row(featureName(id), values, 0))
  }
  return rows.join('\n')
}

const short = (value: number): string =>
  value === -Infinity ? '-' : String(Math.round(value * 100) / 100).replace(/^(-?)0\./, '$1.')
