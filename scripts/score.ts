import { writeFileSync } from 'node:fs'
import { readSet } from './learning/gold.ts'
import { crossValidate } from './scoring/crossValidate.ts'
import { scoreWithOriginal } from './scoring/original.ts'
import { report } from './scoring/report.ts'

if (readSet('train').length === 0) {
  console.error('Nothing to score: ../shared/transcripts is not there. bench/segmentation.md stays as it is.')
  process.exit(1)
}
const scored = crossValidate((words) => console.error(words))
const words = report(scored)
writeFileSync('bench/segmentation.md', words)
console.log(words)
console.log(scoreWithOriginal(scored) ?? 'score.py was not run: it or python3 is not there.')
