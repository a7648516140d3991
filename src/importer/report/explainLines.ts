import type { PageReading } from '../../core/transcript/index.ts'
import { pad } from './pageTable.ts'

/** For each line that is not blank: its role, the runner-up and what spoke for it. Cues keep the names they have in code. */
export function explainLines(reading: PageReading, linesBefore: number): string[] {
  return reading.lines
    .filter(({ role }) => role !== 'blank')
    .map(({ line, text, role, article, confidence, runnerUp, evidence }) => {
      const other = runnerUp ? `${runnerUp.role} ${percent(runnerUp.score)}` : ''
      const cues = evidence.map(({ cue, weight }) => `${cue} ${weight > 0 ? '+' : ''}${weight}`).join(', ')
      const columns = [
        pad(String(line + linesBefore), 5),
        pad(article === null ? '–' : `#${article + 1}`, 4),
        pad(`${role} ${percent(confidence)}`, 22),
        pad(other, 22),
        pad(text.trim(), 30),
        cues,
      ]
      return columns.join(' ').trimEnd()
    })
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
