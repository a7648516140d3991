import type { MarkedLine } from './marked.ts'

type Random = () => number

/** One way a transcript may be damaged; takes a page and gives it back changed. */
type Damage = (page: MarkedLine[], random: Random) => MarkedLine[]

const half = '０１２３４５６７８９'

const loseBlanks: Damage = (page, random) => {
  const share = random() < 0.5 ? 1 : 0.6
  return page.map((line) => (random() < share ? { ...line, gap: 0 } : line))
}

const spareBlanks: Damage = (page, random) =>
  page.map((line) => (random() < 0.05 ? { ...line, gap: line.gap + 1 + Math.floor(random() * 2) } : line))

/** A headline row is run together with the one below it, or a byline with the headline. */
const merge: Damage = (page, random) => {
  const result: MarkedLine[] = []
  for (const line of page) {
    const open = result.at(-1)
    if (open?.label === 'headline' && line.label === 'under' && random() < 0.5)
      open.text = `${open.text} ${line.text}`
    else if (open?.label === 'headline' && line.label === 'byline' && random() < 0.03)
      open.text = `${open.text} ${line.text}`
    else result.push({ ...line })
  }
  return result
}

/** A paragraph is broken by the end of a column. */
const breakColumns: Damage = (page, random) =>
  page.flatMap((line) => {
    if ((line.label !== 'body' && line.label !== 'opening') || line.text.length < 60 || random() > 0.15)
      return [line]
    const at = 24 + Math.floor(random() * (line.text.length - 40))
    return [
      { ...line, text: line.text.slice(0, at) },
      { ...line, label: 'body', text: line.text.slice(at), gap: random() < 0.5 ? line.gap : 0 },
    ]
  })

/** Articles lose their ends in the middle of a sentence. */
const truncate: Damage = (page, random) => {
  const result: MarkedLine[] = []
  for (let at = 0; at < page.length; at++) {
    const line = page[at]!
    const inBody = line.label === 'body' && line.text.length > 60
    if (inBody && random() < 0.08) {
      result.push({ ...line, text: line.text.slice(0, 20 + Math.floor(random() * (line.text.length - 30))) })
      while (at + 1 < page.length && ['body', 'inset', 'closing'].includes(page[at + 1]!.label)) at++
      if (at + 1 < page.length && random() < 0.5)
        page[at + 1] = { ...page[at + 1]!, gap: 3 + Math.floor(random() * 8) }
    } else result.push(line)
  }
  return result
}

/** Headlines are lost: the article begins with what stood below. */
const loseHeadlines: Damage = (page, random) => {
  const result: MarkedLine[] = []
  for (let at = 0; at < page.length; at++) {
    const line = page[at]!
    const begins = line.label === 'headline' || line.label === 'kicker'
    if (!begins || random() > 0.35) {
      result.push(line)
      if (line.label === 'kicker')
        while (page[at + 1] && ['kicker', 'headline'].includes(page[at + 1]!.label)) result.push(page[++at]!)
      continue
    }
    let next = at
    while (page[next] && ['headline', 'kicker', 'under'].includes(page[next]!.label)) next++
    const after = page[next]
    if (!after || !['body', 'byline'].includes(after.label)) {
      result.push(line)
      continue
    }
    result.push({ ...after, label: 'opening' })
    at = next
    if (page[at + 1]?.label === 'byline') result.push({ ...page[++at]!, label: 'body' })
  }
  return result
}

/** A line or a span of words is printed twice. */
const repeat: Damage = (page, random) =>
  page.flatMap((line) => {
    if (line.label !== 'body' && line.label !== 'opening') return [line]
    if (line.text.length > 30 && random() < 0.08) return [line, { ...line, label: 'body' as const }]
    if (line.text.length > 30 && random() < 0.2) {
      const at = Math.floor(random() * (line.text.length - 12))
      const size = 2 + Math.floor(random() * 8)
      return [{ ...line, text: line.text.slice(0, at + size) + line.text.slice(at) }]
    }
    return [line]
  })

/** Widths are mixed: full-width figures and half-width marks. */
const mixWidths: Damage = (page, random) =>
  page.map((line) => ({
    ...line,
    text: line.text.replace(/[0-9，：；（）！？]/g, (sign) => {
      if (random() > 0.5) return sign
      if (/\d/.test(sign)) return half[Number(sign)]!
      return String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
    }),
  }))

/** The byline moves from below the headline to the end. */
const endBylines: Damage = (page, random) => {
  const result: MarkedLine[] = []
  let held: string | null = null
  let last = -1
  const flush = (): void => {
    if (held !== null && last >= 0) {
      if (random() < 0.5)
        result.splice(last + 1, 0, { label: 'closing', text: `（${held}）`, gap: result[last]!.gap })
      else result[last] = { ...result[last]!, text: `${result[last]!.text}（${held}）` }
    }
    held = null
  }
  for (const line of page) {
    if (['headline', 'kicker', 'opening', 'apart'].includes(line.label) && result.at(-1)?.label !== 'kicker')
      flush()
    const plain =
      line.label === 'byline' &&
      /^[\u4e00-\u9fff\s、]{2,20}$/.test(line.text) &&
      !/记者|通讯员|评论|上接/.test(line.text)
    if (plain && random() < 0.7) {
      held = line.text.trim()
      last = -1
      continue
    }
    result.push(line)
    if (line.label === 'body') last = result.length - 1
  }
  flush()
  return result
}

/** A tail of a sentence stands at the top of the page, or a folio line does. */
const orphan: Damage = (page, random) => {
  const source = page.find((line) => line.label === 'body' && line.text.length > 60)
  if (!source) return page
  const tail = source.text.slice(-(10 + Math.floor(random() * 40)))
  const at = page.findIndex(({ label }) => label !== 'apart')
  return [...page.slice(0, at), { label: 'apart', text: tail, gap: 1 }, ...page.slice(at)]
}

const confusable: [string, string][] = [
  ['己', '已'],
  ['未', '末'],
  ['日', '曰'],
  ['，', '.'],
  ['。', '.'],
  ['0', 'O'],
  ['1', 'l'],
]

/** Characters are misread, and now and then one is lost. */
const misread: Damage = (page, random) =>
  page.map((line) => {
    let text = line.text
    for (const [right, wrong] of confusable) if (random() < 0.05) text = text.replace(right, wrong)
    if (text.length > 8 && random() < 0.08) {
      const at = Math.floor(random() * (text.length - 1))
      text = text.slice(0, at) + text.slice(at + 1)
    }
    return { ...line, text }
  })

const damages: Damage[] = [
  loseBlanks,
  merge,
  breakColumns,
  truncate,
  loseHeadlines,
  repeat,
  mixWidths,
  endBylines,
  orphan,
  misread,
]

/** A page with one to four kinds of damage, drawn from `random`. */
export function damagePage(page: readonly MarkedLine[], random: Random): MarkedLine[] {
  let result = page.map((line) => ({ ...line }))
  const times = 1 + Math.floor(random() * 4)
  for (let at = 0; at < times; at++) result = damages[Math.floor(random() * damages.length)]!(result, random)
  return spareBlanks(result, random).filter(({ text }) => text.trim() !== '')
}
