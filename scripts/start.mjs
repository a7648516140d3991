#!/usr/bin/env node
// `npm start` and `npm run dev`. Written so that an old Node can at least read it and say so.
import { failureText } from '../server/startup/failures.mjs'

const needed = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    failureText({
      code: 'nodeTooOld',
      params: { version: process.versions.node, needed: `${needed.join('.')}.0` },
    }),
  )
  process.exit(1)
}

import('./lib/launch.mjs')
  .then(({ launch }) => launch({ dev: process.argv.includes('--dev') }))
  .then((code) => {
    process.exitCode = code
  })
