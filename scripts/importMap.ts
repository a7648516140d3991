import path from 'node:path'
import { generateImportMap } from 'payload'
import { failureText } from '../server/startup/failures.mjs'
import { prepareProcess } from '../server/startup/prepareProcess.mjs'

// Writes the admin's import map: to its place, or beside it under the name given.
const prepared = prepareProcess()
if ('failure' in prepared) {
  console.error(failureText(prepared.failure))
  process.exit(1)
}
const config = await (await import('../payload.config.ts')).default
const place = config.admin.importMap.importMapFile ?? 'app/(payload)/admin/importMap.js'
const name = process.argv[2]
config.admin.importMap.importMapFile = name ? path.join(path.dirname(place), name) : place
await generateImportMap(config, { force: true, log: false })
