import type { Life } from './article.ts'

/**
 * The specification's table, written out by hand for each profile and life: every move, from where, to where, by whom.
 * Nothing here asks the engine. `*` are the working stages of the block; `?` asks for a second person, `!` is the second.
 */
const flags = `
hold        | * = | editor sectionHead chief
assign      | * = | editor sectionHead chief
setDue      | * = | editor sectionHead chief
setEmbargo  | * = | editor sectionHead chief
setFiling   | * = | sectionHead`

const after = `
${flags}
republish   | ready → published | chief`

const ofCorrection = `
${after}
abandon     | * → published | editor sectionHead chief
withdraw?   | * = | chief
withdraw!   | * → withdrawn | chief sectionHead`

const ofReturn = `
${after}
abandonReinstatement | * → withdrawn | chief`

const fresh = `
${flags}
publish     | ready → published | system
spike       | * → spiked | sectionHead chief
unspike     | spiked → draft | sectionHead chief
correct     | published → correcting | editor sectionHead chief
withdraw?   | published = | chief
withdraw!   | published → withdrawn | chief sectionHead
reinstate   | withdrawn → correcting | chief`

const threeLevels = `
pass        | review1 → review2 | editor
pass        | review2 → review3 | sectionHead
signOff     | review3 → proof1 | chief
override?   | review1 review2 review3 = | chief
override!   | review1 review2 review3 → proof1 | chief sectionHead
proof       | proof1 → proof2 | proofreader
proof       | proof2 → proof3 | proofreader
proof       | proof3 → ready | proofreader
proofReturn | proof1 → review3 review2 | proofreader chief
proofReturn | proof2 → proof1 review3 review2 | proofreader chief
proofReturn | proof3 → proof2 review3 review2 | proofreader chief
reopen      | proof1 proof2 proof3 ready → review3 | chief system`

const oneOfEach = `
signOff     | review1 → proof1 | editor
override?   | review1 = | chief
override!   | review1 → proof1 | chief sectionHead
proof       | proof1 → ready | proofreader
proofReturn | proof1 → review1 | proofreader chief
reopen      | proof1 ready → review1 | chief system`

const oneReview = `
signOff     | review1 → ready | editor
override?   | review1 = | chief
override!   | review1 → ready | chief sectionHead
reopen      | ready → review1 | chief system`

const toDraft = `
submit      | draft → review1 | writer editor
return      | review1 → draft | editor
recall      | review1 → draft | submitter`

const toCorrecting = `
submitCorrection | correcting → review1 | writer editor
return      | review1 → correcting | editor
recall      | review1 → correcting | submitter`

const blocks: Record<string, Partial<Record<Life, string>>> = {
  newsroom: {
    fresh: `${fresh} ${threeLevels} ${toDraft}
return      | review2 → draft review1 | sectionHead
return      | review3 → draft review1 review2 | chief`,
    reinstate: `${ofReturn} ${threeLevels} ${toCorrecting}
return      | review2 → correcting review1 | sectionHead
return      | review3 → correcting review1 review2 | chief`,
    correction: `${ofCorrection}
submitCorrection | correcting → review2 | writer editor
pass        | review2 → review3 | sectionHead
signOff     | review3 → proof3 | chief
override?   | review2 review3 = | chief
override!   | review2 review3 → proof3 | chief sectionHead
return      | review2 → correcting | sectionHead
return      | review3 → correcting review2 | chief
proof       | proof3 → ready | proofreader
proofReturn | proof3 → review3 review2 | proofreader chief
reopen      | proof3 ready → review3 | chief system`,
    typo: `${ofCorrection}
submitCorrection | correcting → review3 | writer editor
signOff     | review3 → proof3 | chief
override?   | review3 = | chief
override!   | review3 → proof3 | chief sectionHead
return      | review3 → correcting | chief
proof       | proof3 → ready | proofreader
proofReturn | proof3 → review3 | proofreader chief
reopen      | proof3 ready → review3 | chief system`,
  },
  archive: {
    fresh: `${fresh} ${oneOfEach} ${toDraft}`,
    correction: `${ofCorrection} ${oneOfEach} ${toCorrecting}`,
    typo: `${ofCorrection} ${oneOfEach} ${toCorrecting}`,
    reinstate: `${ofReturn} ${oneOfEach} ${toCorrecting}`,
  },
  simple: {
    fresh: `${fresh} ${oneReview} ${toDraft}`,
    correction: `${ofCorrection} ${oneReview} ${toCorrecting}`,
    typo: `${ofCorrection} ${oneReview} ${toCorrecting}`,
    reinstate: `${ofReturn} ${oneReview} ${toCorrecting}`,
  },
}

/** What is expected of one move from one stage. */
export interface Expected {
  /** Empty: the stage stays. */
  to: string[]
  who: string[]
}

/** Reads a block: `move stage` → where to and by whom. */
export function expectedOf(profile: string, life: Life, working: readonly string[]): Map<string, Expected> {
  const block = blocks[profile]?.[life] ?? ''
  const lines = block.split('\n').filter((line) => line.includes('|'))
  return new Map(
    lines.flatMap((line) => {
      const [move, way, who] = line.split('|').map((cell) => cell.trim()) as [string, string, string]
      const [from, to = ''] = way.replace('=', '→').split('→')
      const stages = from!.trim() === '*' ? working : from!.trim().split(' ')
      const words = (text: string): string[] => text.trim().split(' ').filter(Boolean)
      return stages.map((stage): [string, Expected] => [
        `${move} ${stage}`,
        { to: words(to), who: words(who) },
      ])
    }),
  )
}
