import type { SanitizedCollectionConfig } from 'payload'

/** As much of Lexical's adapter as says which nodes it has; another editor has none of these. */
interface Editor {
  editorConfig?: { features?: { nodes?: readonly { node?: NodeClass | { replace?: NodeClass } }[] } }
}
interface NodeClass {
  getType?: () => string
}

/** Whether the editor that the app gave to the body has nodes of a type: features of its own, such as blocks or tables. */
export function editorKnows(collection: SanitizedCollectionConfig): (type: string) => boolean {
  const body = collection.flattenedFields.find(({ name }) => name === 'body')
  const { editorConfig } = ((body && 'editor' in body && body.editor) || {}) as Editor
  const types = (editorConfig?.features?.nodes ?? []).map(({ node }) => {
    const made = node && 'replace' in node ? node.replace : node
    return (made as NodeClass | undefined)?.getType?.()
  })
  return (type) => types.includes(type)
}
