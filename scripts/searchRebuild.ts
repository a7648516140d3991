import { searchRebuildCommand } from '../src/exports/commands.ts'
import { runInHouse } from './lib/openHouse.ts'

await runInHouse(searchRebuildCommand)
