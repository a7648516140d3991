import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { RichText, type JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'

/** Crossheads stand one level under the article's own heading, whatever level the editor gave them. */
const converters: JSXConvertersFunction = ({ defaultConverters }) => ({
  ...defaultConverters,
  heading: ({ node, nodesToJSX }) => <h2 className="crosshead">{nodesToJSX({ nodes: node.children })}</h2>,
})

/** The text of an article. */
export function ArticleBody({ body }: { body: unknown }) {
  if (!body || typeof body !== 'object' || !('root' in body)) return null
  return <RichText className="text" converters={converters} data={body as SerializedEditorState} />
}
