import type { SanitizedConfig } from 'payload'

import { roles as known } from '../core/workflow/index.ts'
import { optionsOf } from '../options.ts'
import { commandLanguage, commandText } from '../translations/commands.ts'
import { runScript } from './runScript.ts'

/**
 * `npx payload broadsheet:grant EMAIL ROLE…`: roles for a user, given by whoever runs the machine. An app that had users
 * before it had the plugin has no administrator who could; the trail records it as any other change of roles.
 */
export function script(config: SanitizedConfig): Promise<never> {
  return runScript(config, async ([email, ...roles], open) => {
    const { stdout, stderr, env } = process
    const language = commandLanguage(undefined, env)
    if (!email || roles.length === 0) {
      stderr.write(`${commandText(language, 'grant.usage')}\n`)
      return 2
    }
    const options = optionsOf({ config: config as never })
    const offered: readonly string[] = options.roles ? Object.keys(options.roles) : known
    const wrong = roles.find((role) => !offered.includes(role))
    if (wrong) {
      stderr.write(`${commandText(language, 'grant.role', { role: wrong, roles: offered.join(', ') })}\n`)
      return 2
    }
    const payload = await open()
    const collection = options.slugs.users
    const { docs } = await payload.find({ collection, where: { email: { equals: email } }, limit: 1 })
    const [user] = docs
    if (!user) {
      stderr.write(`${commandText(language, 'grant.unknown', { email })}\n`)
      return 1
    }
    await payload.update({ collection, id: user.id, data: { roles } as never })
    stdout.write(`${commandText(language, 'grant.done', { email, roles: roles.join(', ') })}\n`)
    return 0
  })
}
