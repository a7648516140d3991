import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type PushSchema = ReturnType<SQLiteAdapter['requireDrizzleKit']>['pushSchema']

/**
 * In development Payload can push the schema: it compares the database with the model and drops what the model does not
 * have. The tables of the search index are beside the model, so the comparison is not shown them.
 */
export function hideSearchFromPush(adapter: SQLiteAdapter): void {
  const { requireDrizzleKit } = adapter
  adapter.requireDrizzleKit = () => {
    const kit = requireDrizzleKit()
    const pushSchema: PushSchema = (schema, drizzle, ...rest) =>
      kit.pushSchema(schema, withoutSearch(drizzle), ...rest)
    return { ...kit, pushSchema }
  }
}

function withoutSearch<Drizzle extends object>(drizzle: Drizzle): Drizzle {
  return new Proxy(drizzle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      const method = value.bind(target) as (...args: unknown[]) => unknown
      if (name !== 'all') return method
      return async (...args: unknown[]) =>
        ((await method(...args)) as object[]).filter((row) => !isOfSearch(row))
    },
  })
}

/** The columns by which drizzle-kit's own queries name a table. */
function isOfSearch(row: object): boolean {
  const { tableName, tableFrom, tbl_name: name } = row as Record<string, unknown>
  return [tableName, tableFrom, name].some(
    (table) => typeof table === 'string' && table.startsWith('broadsheet_search_'),
  )
}
