import { checkProfile, profiles as builtIn, proofs, reviews } from '../core/workflow/index.ts'
import { OptionError } from './optionError.ts'
import type { OwnProfile, ResolvedOptions } from './types.ts'

const fixes = {
  'profile.noReview': 'Give it at least the review "review1".',
  'profile.order': `Reviews go ${reviews.join(', ')} and proofs ${proofs.join(', ')}, from the first one on without a gap.`,
  'profile.reviewer': 'Name the holder of each review under reviewers: "editor", "sectionHead" or "chief".',
} as const

/** The newspaper's profiles and the app's own ones, checked. */
export function resolveProfiles(own: Record<string, OwnProfile> = {}): ResolvedOptions['profiles'] {
  for (const [name, profile] of Object.entries(own)) {
    const option = `profiles.${name}`
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
      throw new OptionError(option, profile, 'A name is letters and digits, such as "weekly".')
    }
    if (name in builtIn) {
      throw new OptionError(
        option,
        profile,
        `"${name}" is a profile of the newspaper's: choose another name.`,
      )
    }
    if (!Array.isArray(profile.reviews) || !Array.isArray(profile.proofs) || !profile.reviewers) {
      throw new OptionError(option, profile, 'A profile has lists of reviews and proofs, and reviewers.')
    }
    if (!profile.label)
      throw new OptionError(`${option}.label`, profile.label, 'Give it a name for the staff.')
    const [problem] = checkProfile({ name, ...profile })
    if (problem) throw new OptionError(option, profile, fixes[problem.code as keyof typeof fixes])
  }
  return {
    ...Object.fromEntries(
      Object.entries(builtIn).map(([name, profile]) => [name, { ...profile, label: null }]),
    ),
    ...Object.fromEntries(Object.entries(own).map(([name, profile]) => [name, { ...profile, name }])),
  }
}
