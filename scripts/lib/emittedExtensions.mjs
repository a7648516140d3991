import ts from 'typescript'

/**
 * A transformer of declarations: `./X.tsx` becomes `./X.js`. TypeScript rewrites the imports of the code it emits, but not
 * those of declarations, where a `.tsx` that is not shipped leads nowhere for some consumers. Styles have no types: their
 * imports go.
 *
 * @type {ts.TransformerFactory<ts.SourceFile | ts.Bundle>}
 */
export const withEmittedExtensions = (context) => (file) => {
  const { factory } = context
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (
      ts.isImportDeclaration(node) &&
      /** @type {ts.StringLiteral} */ (node.moduleSpecifier).text.endsWith('.css')
    ) {
      return undefined
    }
    if (ts.isStringLiteral(node) && isSpecifier(node.parent, node) && /^\.\.?\/.*\.tsx?$/.test(node.text)) {
      return factory.createStringLiteral(node.text.replace(/\.tsx?$/, '.js'), true)
    }
    return ts.visitEachChild(node, visit, context)
  }
  return /** @type {ts.SourceFile} */ (ts.visitEachChild(file, visit, context))
}

/**
 * @param {ts.Node | undefined} parent unknown for nodes that the compiler made itself, such as inferred imports
 * @param {ts.Node} node
 */
function isSpecifier(parent, node) {
  if (!parent) return true
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return parent.moduleSpecifier === node
  return ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent)
}
