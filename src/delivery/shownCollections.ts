import type { Block, CollectionConfig, Config, Field } from 'payload'

/**
 * Collections that an answer may show rows of, because relations lead there from the collections that readers ask for: along
 * relationships, uploads and joins, however deep. What nodes of rich text and hooks add cannot be known from the fields.
 * @param from slugs to begin at; they are not in the result unless something leads back to them
 */
export function shownCollections(
  config: Pick<Config, 'blocks'> & { collections: readonly CollectionConfig[] },
  from: Iterable<string>,
): Set<string> {
  const blocks = new Map((config.blocks ?? []).map((block) => [block.slug, block]))
  const fieldsOf = new Map(config.collections.map(({ slug, fields }) => [slug, fields]))
  const shown = new Set<string>()
  const open = [...from]
  for (let slug = open.pop(); slug !== undefined; slug = open.pop()) {
    for (const next of relatedBy(fieldsOf.get(slug) ?? [], blocks)) {
      if (shown.has(next)) continue
      shown.add(next)
      open.push(next)
    }
  }
  return shown
}

/** Where the relations of these fields lead, those of groups, arrays, tabs and blocks included. */
function relatedBy(fields: readonly Field[], blocks: ReadonlyMap<string, Block>): string[] {
  return fields.flatMap((field): string[] => {
    switch (field.type) {
      case 'relationship':
      case 'upload':
        return [field.relationTo].flat()
      case 'join':
        return [field.collection].flat()
      case 'blocks':
        return [...field.blocks, ...(field.blockReferences ?? [])].flatMap((block) => {
          const known = typeof block === 'string' ? blocks.get(block) : block
          return known ? relatedBy(known.fields, blocks) : []
        })
      case 'tabs':
        return field.tabs.flatMap((tab) => relatedBy(tab.fields, blocks))
      case 'array':
      case 'collapsible':
      case 'group':
      case 'row':
        return relatedBy(field.fields, blocks)
      default:
        return []
    }
  })
}
