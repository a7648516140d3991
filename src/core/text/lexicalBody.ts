/** A block as the transcript reader gives it; what is not named here is a plain paragraph. */
export interface TextBlock {
  /** `crosshead` becomes a heading, everything else a paragraph; lines within a block stay lines. */
  kind: string
  text: string
}

const element = { direction: null, format: '', indent: 0, version: 1 } as const

/**
 * Blocks as the Lexical JSON that the editor stores: `{root: {children: [...]}}`. A crosshead is a heading
 * `h3`; verse and tables keep their lines as line breaks. Null when there is no block: a body that is absent,
 * not an empty one.
 */
export function lexicalBody(blocks: readonly TextBlock[]): object | null {
  if (blocks.length === 0) return null
  return { root: { ...element, type: 'root', children: blocks.map(blockNode) } }
}

function blockNode({ kind, text }: TextBlock): object {
  const children = text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
      ...(line === '' ? [] : [textNode(line)]),
    ])
  if (kind === 'crosshead') return { ...element, type: 'heading', tag: 'h3', children }
  return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children }
}

function textNode(text: string): object {
  return { type: 'text', text, format: 0, style: '', mode: 'normal', detail: 0, version: 1 }
}
