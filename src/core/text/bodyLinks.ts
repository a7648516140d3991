import { BodyError } from './bodyFault.ts'

type Node = Record<string, unknown>

const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

/**
 * A link as it is kept. One that a person made leads to an address that is safe to open, never to a document of
 * the house, whose id readers would get. One that the editor made by itself leads where its text says, and is
 * plain text where it does not: the hash sees the text alone.
 * @returns the node, or its children in its place
 */
export function withSafeLink(node: Node): Node[] {
  if (node.type !== 'link' && node.type !== 'autolink') return [node]
  const fields = (node.fields ?? {}) as Node
  const url = typeof fields.url === 'string' ? fields.url.trim() : ''
  const children = node.children as Node[]
  if (node.type === 'autolink') {
    const said = textOf(node).trim()
    if (!isSafe(url) || !addressesOf(said).includes(url)) return children
    return [{ ...node, fields: { linkType: 'custom', url, newTab: fields.newTab === true } }]
  }
  if (fields.linkType === 'internal' || (fields.doc ?? null) !== null) {
    throw new BodyError({ code: 'bodyRelated', params: { type: 'link' } })
  }
  if (!isSafe(url)) throw new BodyError({ code: 'bodyLink', params: { url: url.slice(0, 200) } })
  return [{ ...node, fields: { ...fields, linkType: 'custom', url } }]
}

/** A scheme of the list, or none: then it is a place of the site that shows it. No white space, which browsers skip. */
function isSafe(url: string): boolean {
  if (url === '' || /[\s\p{Cc}]/u.test(url)) return false
  const scheme = /^([^/?#]*?):/.exec(url)?.[1]
  return scheme === undefined || schemes.has(scheme.toLowerCase())
}

/** The addresses that a text is. */
function addressesOf(text: string): string[] {
  return [text, `https://${text}`, `http://${text}`, `mailto:${text}`]
}

function textOf(node: Node): string {
  if (typeof node.text === 'string') return node.text
  return Array.isArray(node.children) ? node.children.map(textOf).join('') : ''
}
