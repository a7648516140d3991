import { readByline, type Byline } from './byline.ts'
import { readNames } from './names.ts'
import type { LabelledLine } from './segment.ts'
import { surnameLength } from './surnames.ts'
import type { AuthorReading } from './types.ts'

/** Everybody an article names as having made it, and the words it does so with. */
export interface Credits extends Byline {
  raw: string | null
}

const bracketed = /^[\s,:]*\(([^()]{2,60})\)/
const outlet = '(?:[\\u4e00-\\u9fff]{2,12}?[社报台网])?(?:驻[\\u4e00-\\u9fff]{1,8}?)?(?:特约|特派|见习|实习)?'
const reporting = new RegExp(
  `^[\\s,:]*(${outlet}(?:记者|通讯员|实习生)[^。:(]{2,60}?)(?:综合|联合|摄影|采访)?(?:报道|采写)(?:[:,\\s]|(?=[\\u4e00-\\u9fff]))`,
)
const gathering = new RegExp(
  `^[\\s,:]*${outlet}记者\\s?([\\u4e00-\\u9fff]{2,3}?)(?=[从在就于对为获了近日今昨])`,
)

/** The reporters named behind a dateline: (记者X、Y), 记者X、本报记者Y报道, or 记者X从…获悉, and the words that name them; null where none are. */
export function reportersInDateline(text: string): (Byline & { raw: string }) | null {
  const window = text.slice(0, 110)
  const inBrackets = bracketed.exec(window)
  if (inBrackets) {
    return /记者|通讯员|实习生/.test(inBrackets[1]!) ? bylineAs(inBrackets[1]!) : null
  }
  const named = reporting.exec(window)
  const byline = named ? bylineAs(named[1]!) : null
  if (byline) return byline
  const alone = gathering.exec(window)
  const names = alone ? readNames(alone[1]!, 'strict') : null
  return names && surnameLength(names[0]!) > 0
    ? {
        authors: names.map((name) => ({ name, role: 'reporter' })),
        ...{ photoCredits: [], organisations: [], raw: `记者${alone![1]!}` },
      }
    : null
}

/** Between names a comma is a listing one. */
function bylineAs(words: string): (Byline & { raw: string }) | null {
  const raw = words.replace(/,/g, '、').trim()
  const byline = readByline(raw)
  return byline && { ...byline, raw }
}

/** Reads the bylines of an article's lines: under the headline, behind the dateline, and at its end. */
export function readCredits(lines: readonly LabelledLine[]): Credits {
  const credits: Credits = { authors: [], photoCredits: [], organisations: [], raw: null }
  const raws: string[] = []
  let dated = false
  for (const [at, line] of lines.entries()) {
    const nearEnd = at >= lines.length - 2
    const reported = line.cues.dateline !== null && !dated && !standsAsByline(line, at)
    if (reported) {
      dated = true
      const byline = reportersInDateline(line.text.slice(line.cues.dateline!.raw.length))
      if (byline) add(byline, { credits, raws, raw: byline.raw })
    }
    const byline = bylineOf(line, { at, nearEnd })
    if (!byline) continue
    const tail = line.cues.tail?.byline === byline ? line.cues.tail : null
    add(byline, { credits, raws, raw: tail ? line.text.slice(tail.start) : line.raw.trim() })
  }
  credits.raw = raws.length > 0 ? raws.join(' ') : null
  return credits
}

const standsAsByline = ({ label, cues }: LabelledLine, at: number): boolean =>
  (label === 'byline' && !cues.jumpIn) || (at === 0 && label === 'opening' && cues.shape === 'roleByline')

/** What a line names beside the reporters behind its dateline: as a byline, as a closing line, or in brackets at its end. */
function bylineOf(line: LabelledLine, { at, nearEnd }: { at: number; nearEnd: boolean }): Byline | null {
  const { cues, label, text } = line
  if (standsAsByline(line, at)) return cues.byline ?? (label === 'byline' ? readByline(text, true) : null)
  if (label === 'closing') {
    const byline = cues.byline ?? (nearEnd ? readByline(text, true) : null)
    return byline && (nearEnd || byline.photoCredits.length > 0) ? byline : null
  }
  if (cues.tail) {
    const { byline } = cues.tail
    return byline.photoCredits.length > 0 || (nearEnd && label !== 'headline') ? byline : null
  }
  if (!cues.byline) return null
  if (nearEnd && label !== 'headline' && label !== 'kicker' && at > 0) {
    return ['bracketNames', 'roleByline', 'credit'].includes(cues.shape) ? cues.byline : null
  }
  return cues.shape === 'credit' ? cues.byline : null
}

function add(
  byline: Byline,
  { credits, raws, raw }: { credits: Credits; raws: string[]; raw: string },
): void {
  for (const author of byline.authors) addAuthor(credits.authors, author)
  for (const name of byline.photoCredits)
    if (!credits.photoCredits.includes(name)) credits.photoCredits.push(name)
  for (const name of byline.organisations)
    if (!credits.organisations.includes(name)) credits.organisations.push(name)
  if (byline.authors.length > 0 || byline.organisations.length > 0) raws.push(raw)
}

function addAuthor(authors: AuthorReading[], author: AuthorReading): void {
  const known = authors.find(({ name }) => name === author.name)
  if (!known) authors.push(author)
  else if (known.role === 'author') known.role = author.role
}
