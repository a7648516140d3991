import { readCredits } from './authors.ts'
import { readBlocks, verseAndTables } from './body.ts'
import { articleDoubts } from './doubts.ts'
import { readHeading } from './heading.ts'
import { readJoins, stopsInside } from './joins.ts'
import { isNotice } from './notices.ts'
import { readPictures } from './pictures.ts'
import { roleOf } from './roles.ts'
import type { LabelledLine } from './segment.ts'
import type { ArticleReading, JumpReading, LineRole } from './types.ts'

/** Reads one article from its lines; `roles` has one role for each of them. */
export function readArticle(
  lines: readonly LabelledLine[],
  confidence: number,
): { article: ArticleReading; roles: LineRole[] } {
  const heading = readHeading(lines)
  const credits = readCredits(lines)
  const joins = readJoins(lines)
  const special = verseAndTables(lines)
  const pictures = readPictures(lines, heading.headline)
  const notice = isNotice(lines)
  const first = lines[0]!
  const last = lines[lines.length - 1]!
  const jumpTo = jumpOutOf(lines)
  const jumpFrom = jumpInto(lines)
  const dated = lines.find(({ cues, label }) => cues.dateline && label !== 'headline')?.cues.dateline ?? null
  const truncated =
    jumpTo === null &&
    !notice &&
    (last.label === 'body' || last.label === 'opening') &&
    stopsInside(last) &&
    last.text.length > 24
  const kind = notice ? 'notice' : pictures.length > 0 && isPicture(lines) ? 'picture' : 'article'
  const { kicker, column, headline, deck } = heading
  // Field by field: spreading the heading here costs a sixth of the time a page takes.
  const article: ArticleReading = {
    kicker,
    column,
    headline,
    deck,
    dateline: dated,
    authors: credits.authors,
    organisations: credits.organisations,
    bylineRaw: credits.raw,
    photoCredits: credits.photoCredits,
    blocks: readBlocks(lines, { joins, special }),
    pictures,
    kind,
    startLine: first.line,
    endLine: last.line,
    joins,
    jumpTo,
    jumpFrom,
    truncated,
    confidence,
    diagnostics: [],
  }
  article.diagnostics = articleDoubts(article, lines)
  const roles = lines.map((line, at) =>
    roleOf(line, { headline: heading.headline, kind, tableOrVerse: special[at]! }),
  )
  return { article, roles }
}

const isPicture = (lines: readonly LabelledLine[]): boolean =>
  lines
    .filter(({ label }) => label === 'body' || label === 'opening')
    .every(({ text }) => text.length < 160) && lines.length <= 6

function jumpOutOf(lines: readonly LabelledLine[]): JumpReading | null {
  const found = lines.findLast(({ cues }) => cues.jumpOut)
  return found ? { page: found.cues.jumpOut!.page, line: found.line } : null
}

function jumpInto(lines: readonly LabelledLine[]): JumpReading | null {
  const found = lines.slice(0, 6).find(({ cues }) => cues.jumpIn)
  return found ? { page: found.cues.jumpIn!.page, line: found.line } : null
}
