import { blocker, type Blocker } from './blockers.ts'
import type { Correction, Profile } from './types.ts'
import { proofs, reviews, type Review, type Role, type Stage, type Step } from './vocabulary.ts'

/** The profiles a publication may choose. `archive` is for issues that were printed long ago. */
export const profiles = {
  newsroom: {
    name: 'newsroom',
    reviews: ['review1', 'review2', 'review3'],
    proofs: ['proof1', 'proof2', 'proof3'],
    reviewers: { review1: 'editor', review2: 'sectionHead', review3: 'chief' },
  },
  archive: {
    name: 'archive',
    reviews: ['review1'],
    proofs: ['proof1'],
    reviewers: { review1: 'editor' },
  },
  simple: { name: 'simple', reviews: ['review1'], proofs: [], reviewers: { review1: 'editor' } },
} as const satisfies Record<string, Profile>

/** The profiles of the house, by name; the first is the default. */
export const profileNames = Object.keys(profiles) as (keyof typeof profiles)[]

/** Who may be given a review: those who answer for a text. */
const reviewerRoles: readonly Role[] = ['editor', 'sectionHead', 'chief']

/**
 * What is wrong with a profile of one's own: no review, stages out of order or left out, or a review
 * without a reviewer. Empty when it can be used.
 */
export function checkProfile(profile: Profile): Blocker[] {
  const problems: Blocker[] = []
  if (profile.reviews.length === 0) problems.push(blocker('profile.noReview', { profile: profile.name }))
  for (const [known, given] of [
    [reviews, profile.reviews],
    [proofs, profile.proofs],
  ] as const)
    given.forEach((stage: string, index) => {
      if (stage !== known[index]) problems.push(blocker('profile.order', { profile: profile.name, stage }))
    })
  for (const stage of profile.reviews) {
    const role = profile.reviewers[stage]
    if (!role || !reviewerRoles.includes(role))
      problems.push(blocker('profile.reviewer', { profile: profile.name, stage }))
  }
  return problems
}

/** Who holds a level. A path that began under another profile keeps the newsroom's holders. */
export function roleOfReview(profile: Profile, stage: Stage): Role | undefined {
  const review = stage as Review
  return (profile.reviewers as Profile['reviewers'])[review] ?? newsroomReviewers[review]
}

const newsroomReviewers: Profile['reviewers'] = profiles.newsroom.reviewers

/**
 * The steps a text submitted now has to walk: the profile's, or for a correction review 2, review 3 and proof 3
 * (for a typo without review 2); what the profile lacks of these is its last review or last proof.
 * A reinstated article walks the whole path again.
 */
export function pathFor(profile: Profile, correction: Correction['kind'] | null): readonly Step[] {
  if (correction === null || correction === 'reinstate') return [...profile.reviews, ...profile.proofs]
  const wanted: Step[] = correction === 'typo' ? ['review3', 'proof3'] : ['review2', 'review3', 'proof3']
  const steps = wanted.map((step) => nearest(profile, step)).filter((step) => step !== undefined)
  return [...new Set(steps)]
}

function nearest(profile: Profile, step: Step): Step | undefined {
  const own: readonly Step[] = step.startsWith('review') ? profile.reviews : profile.proofs
  return own.includes(step) ? step : own.at(-1)
}
