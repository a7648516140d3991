import type { SerializedEditorState, SerializedLexicalNode } from '@payloadcms/richtext-lexical/lexical'
import { RichText, type JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'

/**
 * The text of an article. Crossheads stand one level under the article's own heading, whatever level the editor gave them; 电头
 * (本报讯, 新华社…电) begins the first paragraph, as on paper; lines of verse stay lines.
 */
export function ArticleBody({ body, dateline }: { body: unknown; dateline?: string | null | undefined }) {
  if (!body || typeof body !== 'object' || !('root' in body)) {
    return dateline ? <p className="text">{dateline}</p> : null
  }
  const data = body as SerializedEditorState
  const first = data.root.children.find(({ type }) => type === 'paragraph')
  return (
    <div className="text">
      {dateline && !first && <p className="dateline">{dateline}</p>}
      <RichText
        disableContainer
        converters={converters(dateline ? first : undefined, dateline)}
        data={data}
      />
    </div>
  )
}

function converters(
  first: SerializedLexicalNode | undefined,
  dateline: string | null | undefined,
): JSXConvertersFunction {
  return ({ defaultConverters }) => ({
    ...defaultConverters,
    heading: ({ node, nodesToJSX }) => <h2 className="crosshead">{nodesToJSX({ nodes: node.children })}</h2>,
    paragraph: ({ node, nodesToJSX }) => (
      <p className={isVerse(node) ? 'verse' : undefined}>
        {node === first && <b className="dateline">{dateline}</b>}
        {nodesToJSX({ nodes: node.children })}
      </p>
    ),
  })
}

/** A paragraph that was broken into lines by hand: verse, an address, a signature. */
function isVerse({ children }: { children: SerializedLexicalNode[] }): boolean {
  return children.some(({ type }) => type === 'linebreak')
}
