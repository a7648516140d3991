import { afterAll, beforeAll, expect, it } from 'vitest'

import { boot, type Booted } from '../boot.ts'
import { apiClient } from '../rest.ts'

let house: Booted
beforeAll(async () => {
  house = await boot()
})
afterAll(() => house.stop())

it('offers no log-in over GraphQL, where one request could try a thousand passwords', async () => {
  const login = 'loginUser(email: "chief@newsroom.example", password: "guess") { token }'
  const answer = await apiClient().graphql(`mutation { first: ${login} second: ${login} }`)
  // Refused before anything is executed: Payload answers a query that is not valid with a bare list.
  expect(answer.body).toMatchObject([
    { message: expect.stringContaining('not offered over GraphQL') },
    { message: expect.stringContaining('not offered over GraphQL') },
  ])
})
