import stringWidth from 'string-width'

import { importerText } from '../../translations/importer.ts'
import type { Language } from '../../translations/index.ts'
import type { Progress } from '../runImport.ts'

const cells = 24

export interface ProgressBar {
  show(progress: Progress): void
  /** Takes the bar off the screen, before anything else is printed. */
  clear(): void
}

/** A bar on the last line of a terminal of so many columns; only for one. It never wraps: a wrapped line cannot be cleared. */
export function progressBar(
  write: (text: string) => void,
  { language, columns }: { language: Language; columns: number },
): ProgressBar {
  let drawn = 0
  const clear = (): void => {
    if (drawn > 0) write(`\r${' '.repeat(drawn)}\r`)
    drawn = 0
  }
  return {
    clear,
    show: ({ phase, done, total }) => {
      const label = importerText(language, `progress.${phase}`, { done, total })
      const room = Math.max(0, Math.min(cells, columns - stringWidth(label) - 2))
      const full = total === 0 ? room : Math.round((done / total) * room)
      const text = `${label} ${'█'.repeat(full)}${'░'.repeat(room - full)}`
      clear()
      write(text)
      drawn = stringWidth(text)
    },
  }
}
