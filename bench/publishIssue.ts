/** An issue of ours, published over REST in one transaction. Prints the milliseconds. */
import { getPayload, handleEndpoints } from 'payload'

import config from '../payload.config.ts'
import { makeSignedIssue } from '../test/madeIssue.ts'
import { signedIn } from '../test/newsroom.ts'

const payload = await getPayload({ config })
payload.logger.level = 'silent'
const size = { pages: Number(process.env.BENCH_PAGES), articles: Number(process.env.BENCH_ARTICLES) }
const { issue } = await makeSignedIssue(payload, size)
const { token } = await signedIn(payload, { roles: ['issueManager'] })
const ask = async (path: string, data?: object) => {
  const request = new Request(`http://localhost/api/issues/${issue}/${path}`, {
    method: data ? 'POST' : 'GET',
    headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
    ...(data ? { body: JSON.stringify(data) } : {}),
  })
  return (await handleEndpoints({ config, request })).json() as Promise<{ rev: number; articles?: string[] }>
}
const { rev } = await ask('transitions')
const begun = performance.now()
const { articles } = await ask('transitions/publish', { rev })
const milliseconds = Math.round(performance.now() - begun)
if (articles?.length !== size.articles) throw new Error('The issue was not published')
console.log(JSON.stringify({ milliseconds }))
await payload.destroy()
process.exit(0)
