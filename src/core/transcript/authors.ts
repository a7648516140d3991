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

/** The reporters named behind a dateline: (记者X、Y), 记者X、本报记者Y报道, or 记者X从…获悉; null where none are. */
export function reportersInDateline(text: string): Byline | null {
  const window = text.slice(0, 110)
  const inBrackets = bracketed.exec(window)
  if (inBrackets) {
    return /记者|通讯员|实习生/.test(inBrackets[1]!) ? readByline(inBrackets[1]!.replace(/,/g, '、')) : null
  }
  const named = reporting.exec(window)
  const byline = named ? readByline(named[1]!.replace(/,/g, '、')) : null
  if (byline) return byline
  const alone = gathering.exec(window)
  const names = alone ? readNames(alone[1]!, 'strict') : null
  return names && surnameLength(names[0]!) > 0
    ? { authors: names.map((name) => ({ name, role: 'reporter' })), photoCredits: [], organisations: [] }
    : null
}

/** Reads the bylines of an article's lines: under the headline, behind the dateline, and at its end. */
export function readCredits(lines: readonly LabelledLine[]): Credits {
  const credits: Credits = { authors: [], photoCredits: [], organisations: [], raw: null }
  const raws: string[] = []
  const add = (byline: Byline | null, raw: string): boolean => {
    if (!byline) return false
    for (const author of byline.authors) addAuthor(credits.authors, author)
    for (const name of byline.photoCredits)
      if (!credits.photoCredits.includes(name)) credits.photoCredits.push(name)
    for (const name of byline.organisations)
      if (!credits.organisations.includes(name)) credits.organisations.push(name)
    if (byline.authors.length > 0 || byline.organisations.length > 0) raws.push(raw)
    return true
  }
  const last = lines.length - 1
  let datelines = 0
  for (const [at, line] of lines.entries()) {
    const { cues, text } = line
    const raw = line.raw.trim()
    if (line.label === 'byline' && !cues.jumpIn) {
      add(cues.byline ?? readByline(text, true), raw)
      continue
    }
    if (at === 0 && line.label === 'opening' && cues.shape === 'roleByline') {
      add(cues.byline, raw)
      continue
    }
    if (cues.dateline && datelines++ === 0)
      add(reportersInDateline(text.slice(cues.dateline.raw.length)), raw.slice(0, 40))
    const nearEnd = at >= last - 1
    if (line.label === 'closing') {
      const byline = cues.byline ?? (nearEnd ? readByline(text, true) : null)
      if (byline && (nearEnd || byline.photoCredits.length > 0)) add(byline, raw)
    } else if (cues.tail) {
      const { byline, start } = cues.tail
      if (byline.photoCredits.length > 0 || (nearEnd && line.label !== 'headline'))
        add(byline, text.slice(start))
    } else if (nearEnd && cues.byline && line.label !== 'headline' && line.label !== 'kicker' && at > 0) {
      if (cues.shape === 'bracketNames' || cues.shape === 'roleByline' || cues.shape === 'credit')
        add(cues.byline, raw)
    } else if (cues.shape === 'credit' && cues.byline) add(cues.byline, raw)
  }
  credits.raw = raws.length > 0 ? raws.join(' ') : null
  return credits
}

function addAuthor(authors: AuthorReading[], author: AuthorReading): void {
  const known = authors.find(({ name }) => name === author.name)
  if (!known) authors.push(author)
  else if (known.role === 'author') known.role = author.role
}
