import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An article of a transcript's gold file. */
export interface GoldArticle {
  headline: string | null
  headlineAlternatives?: string[]
  kicker?: string
  deck?: string[]
  authors: string[]
  photoCredits?: string[]
  startLine: number
  endLine: number
  startAlternatives?: number[]
  subheads?: number[]
  jumpTo?: { page: number }
  jumpFrom?: { page: number; basePage?: string }
  dontCare?: boolean
  authorOrgs?: string[]
  authorsOptional?: string[]
  spanAlternatives?: [number, number][]
}

/** A transcript with its gold. `dates` are the dates of the issues whose text it holds. */
export interface GoldPage {
  id: string
  set: string
  text: string
  articles: GoldArticle[]
  ignoreLines: [number, number][]
  /** Pairs of lines that are halves of one paragraph, where the gold lists them. */
  broken: [number, number][] | null
  dates: string[]
}

/** Where the transcripts lie, relative to the repository; they are not part of it. */
export const transcriptsFolder = '../shared/transcripts'

/** Bytes as text: UTF-8, or GB18030 where they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Reads one set of transcripts (`train`, `train-noisy`, `train-city`, `seeds`), in order of name; none where it is absent. */
export function readSet(set: string): GoldPage[] {
  const folder = join(transcriptsFolder, set)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        articles: GoldArticle[]
        ignoreLines?: [number, number][]
        brokenParagraphs?: [number, number][]
      }
      const id = name.slice(0, -'.json'.length)
      const dates = new Set<string>()
      for (const source of [id, ...gold.articles.map(({ jumpFrom }) => jumpFrom?.basePage ?? '')]) {
        const date = /\d{4}-\d{2}-\d{2}/.exec(source)?.[0]
        if (date) dates.add(date)
      }
      return {
        id,
        set,
        text: decodeText(readFileSync(join(folder, `${id}.txt`))),
        articles: gold.articles,
        ignoreLines: gold.ignoreLines ?? [],
        broken: gold.brokenParagraphs ?? null,
        dates: [...dates],
      }
    })
}
