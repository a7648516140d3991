import { newPassword } from '../server/firstRun.ts'
import { openHouse } from './lib/openHouse.ts'

/** `npm run password -- EMAIL`: gives an account a new generated password, shown once, and unlocks it. */
const [email] = process.argv.slice(2)
if (!email) {
  console.error('Usage / 用法: npm run password -- EMAIL')
  process.exit(2)
}
const payload = await openHouse()
const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } }, limit: 1 })
const [user] = docs
if (user) {
  const password = newPassword()
  await payload.update({ collection: 'users', id: user.id, data: { password } })
  await payload.unlock({ collection: 'users', data: { email } as never, overrideAccess: true })
  console.log(`${email}  ${password}`)
} else {
  console.error(`没有这个用户：${email} / There is no user ${email}.`)
}
await payload.destroy()
process.exit(user ? 0 : 1)
