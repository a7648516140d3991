import { readCues, type Cues } from './cues.ts'
import { pageFeatures, type PageFeatures } from './features.ts'
import { beginsArticle, labelNumber, labels, type Label } from './labels.ts'
import { sourceLines, splitLines, type SourceLine } from './lines.ts'
import { decode, emissions, readModel, type Model } from './model.ts'
import { weights } from './weights.ts'

/** A line that is not blank, with its cues and the label the decoder gave it. */
export interface LabelledLine extends SourceLine {
  cues: Cues
  label: Label
  /** Probability of `label`. */
  confidence: number
  /** Index into the page's articles; null for a line apart. */
  article: number | null
}

/** A page cut into articles; `spans` are index ranges of `lines`, `end` exclusive. */
export interface Segmentation {
  source: string[]
  lines: LabelledLine[]
  spans: { start: number; end: number; confidence: number }[]
  /** probability[line * labels.length + label] */
  probability: Float64Array
  features: PageFeatures
}

let learned: Model | null = null

/** The model read from the checked-in table of weights. */
export function learnedModel(): Model {
  learned ??= readModel(weights)
  return learned
}

/** What no evidence outweighs. */
const never = -1000

/**
 * 上接第N版 in a line of its own announces the text that follows: that is no beginning of another article and stands
 * not apart, whatever it looks like (it often begins in the middle of a word). A headline may follow it.
 */
function keepContinuations(
  lines: readonly SourceLine[],
  { cues, scores }: { cues: readonly Cues[]; scores: Float64Array },
): void {
  for (let at = 0; at + 1 < lines.length; at++) {
    const { jumpIn, dateline } = cues[at]!
    if (!jumpIn || dateline || jumpIn.end < lines[at]!.text.length - 1 || cues[at + 1]!.furniture) continue
    scores[at * labels.length + labelNumber.apart]! += never
    scores[(at + 1) * labels.length + labelNumber.apart]! += never
    scores[(at + 1) * labels.length + labelNumber.opening]! += never
  }
}

/** Cuts a page into articles and lines apart. */
export function segment(text: string, model: Model = learnedModel()): Segmentation {
  const source = splitLines(text)
  const plain = sourceLines(source)
  const cues = plain.map((line, at) => readCues(line.text, at > 0 ? plain[at - 1]!.text : null))
  const features = pageFeatures(plain, cues, model.common)
  const scores = emissions(model, features)
  keepContinuations(plain, { cues, scores })
  const { path, marginal } = decode(model, scores)
  const size = labels.length
  const begins = (at: number): number =>
    marginal[at * size + labelNumber.headline]! +
    marginal[at * size + labelNumber.kicker]! +
    marginal[at * size + labelNumber.opening]!
  const spans: Segmentation['spans'] = []
  const lines = plain.map((line, at): LabelledLine => {
    const label = path[at]!
    const apart = label === labelNumber.apart
    const open = spans.at(-1)
    if (beginsArticle(label, at > 0 ? path[at - 1]! : null))
      spans.push({ start: at, end: at + 1, confidence: begins(at) })
    else if (!apart && open) {
      open.end = at + 1
      // An inner line that nearly began an article makes the whole span doubtful; not so the headline below a kicker.
      const inKicker = path[at - 1] === labelNumber.kicker
      if (!inKicker) open.confidence = Math.min(open.confidence, 1 - begins(at))
    }
    return {
      line: line.line,
      raw: line.raw,
      text: line.text,
      offset: line.offset,
      gap: line.gap,
      cues: cues[at]!,
      label: labels[label]!,
      confidence: marginal[at * size + label]!,
      article: apart ? null : spans.length - 1,
    }
  })
  return { source, lines, spans, probability: marginal, features }
}
