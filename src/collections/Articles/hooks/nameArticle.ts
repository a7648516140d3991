import type { CollectionBeforeChangeHook } from 'payload'

const longest = 24

/**
 * Gives an article a name for the staff's lists: its headline, or, in brackets, how its text begins.
 * The name never reaches the public, so that no headline is invented.
 */
export const nameArticle: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const article = { ...originalDoc, ...data }
  const headline = [article.headline, article.kicker].find((text) => typeof text === 'string' && text.trim())
  return { ...data, title: headline ?? `［${beginning(article.body)}］` }
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
