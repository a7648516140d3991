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
  expect(answer.body.errors.map(({ message }: { message: string }) => message)).toEqual([
    expect.stringContaining('not offered over GraphQL'),
    expect.stringContaining('not offered over GraphQL'),
  ])
  expect(answer.body.data).toBeUndefined()
})
