const longest = 24

/**
 * A name for the staff's lists: the headline, else the kicker, else, in brackets, how the text begins.
 * It never reaches the public, so that no headline is invented.
 */
export function articleTitle(article: {
  headline?: unknown
  kicker?: unknown
  /** Lexical JSON. */
  body?: unknown
}): string {
  const headline = [article.headline, article.kicker].find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  )
  return headline ?? `［${beginning(article.body)}］`
}

function beginning(body: unknown): string {
  const text = textOf((body as { root?: unknown } | null | undefined)?.root).trim()
  const characters = [...text]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text || '…'
}

function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  if ('text' in node && typeof node.text === 'string') return node.text
  return 'children' in node && Array.isArray(node.children) ? node.children.map(textOf).join('') : ''
}
