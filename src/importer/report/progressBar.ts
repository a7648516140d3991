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

/** A bar on the last line of a terminal; only for one. */
export function progressBar(write: (text: string) => void, language: Language): ProgressBar {
  let drawn = 0
  const clear = (): void => {
    if (drawn > 0) write(`\r${' '.repeat(drawn)}\r`)
    drawn = 0
  }
  return {
    clear,
    show: ({ phase, done, total }) => {
      const full = total === 0 ? cells : Math.round((done / total) * cells)
      const text = `${importerText(language, `progress.${phase}`, { done, total })} ${'█'.repeat(full)}${'░'.repeat(cells - full)}`
      clear()
      write(text)
      drawn = stringWidth(text)
    },
  }
}
