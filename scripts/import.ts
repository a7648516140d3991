import { importInTerminal } from '../src/exports/commands.ts'
import { payloadStore } from '../src/exports/importer.ts'
import { runInHouse } from './lib/openHouse.ts'

await runInHouse((argv, open) => importInTerminal(argv, async () => payloadStore(await open())))
