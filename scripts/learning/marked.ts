import type { Label } from '../../src/core/transcript/labels.ts'

/** A line of a made page with its right label. */
export interface MarkedLine {
  label: Label
  text: string
  gap: number
}
