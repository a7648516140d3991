/** A piece of XML that is already written: only the functions here make one, so that nothing is put in unescaped. */
export interface Xml {
  readonly xml: string
}

type Attributes = Readonly<Record<string, string | null>>
/** Text is escaped; what is null is left out. */
export type XmlContent = Xml | string | null

/** Characters that XML 1.0 does not have, even escaped. */
const forbidden = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
  'g',
)
const escapes: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

/** Text as it may stand in XML and HTML, between tags and in quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"']/g, (character) => escapes[character]!)
}

/** An element. Attributes that are null are left out; an element without content is left out by `optional` alone. */
export function element(name: string, attributes: Attributes, ...content: readonly XmlContent[]): Xml {
  const given = Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== null)
    .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
    .join('')
  const inner = content
    .filter((one) => one !== null)
    .map((one) => (typeof one === 'string' ? escapeText(one) : one.xml))
    .join('')
  return { xml: inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>` }
}

/** An element with text, or nothing where there is none. */
export function optional(name: string, text: string | null): Xml | null {
  return text === null || text === '' ? null : element(name, {}, text)
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

/** Pieces one after the other. */
export function joined(pieces: readonly Xml[]): Xml {
  return { xml: pieces.map(({ xml }) => xml).join('') }
}
