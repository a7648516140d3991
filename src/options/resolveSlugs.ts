import { OptionError } from './optionError.ts'
import { collectionNames, ownedNames, type Slugs } from './names.ts'

const names = [...collectionNames, ...ownedNames]

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Slugs with the defaults filled in: known names, well formed, and no two alike. */
export function resolveSlugs(given: Partial<Slugs> = {}): Slugs {
  for (const name of Object.keys(given)) {
    if (!(names as string[]).includes(name)) {
      throw new OptionError(`slugs.${name}`, given[name as keyof Slugs], `Name one of ${names.join(', ')}.`)
    }
  }
  const seen = new Map<string, string>()
  const slugs = names.map((name) => {
    const slug = given[name] ?? kebab(name)
    if (!/^[a-z][a-z0-9-]*$/.test(slug)) {
      throw new OptionError(
        `slugs.${name}`,
        slug,
        'A slug is lower-case letters, digits and hyphens, such as "news-issues".',
      )
    }
    const other = seen.get(slug)
    if (other) {
      throw new OptionError(
        `slugs.${name}`,
        slug,
        `slugs.${other} is the same: give each collection a slug of its own.`,
      )
    }
    seen.set(slug, name)
    return [name, slug] as const
  })
  return Object.fromEntries(slugs) as Slugs
}
