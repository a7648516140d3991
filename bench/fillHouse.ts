// `fillHouse.ts ARTICLES` fills the house of BROADSHEET_DATA_DIR and prints what is in it, as one line of JSON.
import { openHouse } from '../scripts/lib/openHouse.ts'
import { publishHouse } from './publishedHouse.ts'

const payload = await openHouse()
const house = await publishHouse(payload, { articles: Number(process.argv[2]) })
// With an account there the server does not set up a first newsroom of its own.
await payload.create({
  collection: 'users',
  data: { email: 'bench@newsroom.example', password: crypto.randomUUID(), name: 'bench', roles: ['admin'] },
})
await payload.destroy()
const filled = JSON.stringify({ issues: house.issues.length, articles: house.articles })
// A pipe takes a long line in pieces: who ends before the last one has gone cuts it off.
process.stdout.write(`${filled}\n`, () => process.exit(0))
