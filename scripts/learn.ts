import { writeFileSync } from 'node:fs'
import { lessonPages, learnFrom } from './learning/lessons.ts'
import { writeTable } from './learning/table.ts'

const pages = lessonPages()
if (pages.length === 0) {
  console.error(
    'Nothing to learn from: ../shared/transcripts is not there. The checked-in weights stay as they are.',
  )
  process.exit(1)
}
const table = writeTable(learnFrom(pages))
const head = `/**
 * Learned by \`npm run learn\`; not written by hand. One line for each feature (named in features.ts) with its weight
 * for each label, in the order of labels.ts: higher speaks for the label. \`-\` is a step the grammar forbids.
 */
export const weights = \``
writeFileSync('src/core/transcript/weights.ts', `${head}${table}\`\n`)
console.log(`${pages.length} pages, ${table.split('\n').length} lines of weights`)
