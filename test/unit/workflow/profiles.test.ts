import { describe, expect, it } from 'vitest'

import { checkProfile, pathFor, profiles, type Profile } from '../../../src/core/workflow/index.ts'
import { paths, type Life } from './article.ts'

const codes = (profile: Profile): string[] => checkProfile(profile).map(({ code }) => code)
const own = (changes: Partial<Profile>): Profile => ({ ...profiles.newsroom, name: 'own', ...changes })

describe('profiles', () => {
  it.each(Object.values(profiles))('$name makes sense and has the paths of the specification', (profile) => {
    expect(codes(profile)).toEqual([])
    for (const life of ['fresh', 'correction', 'typo', 'reinstate'] as const satisfies Life[])
      expect(pathFor(profile, life === 'fresh' ? null : life)).toEqual(paths[profile.name]![life])
  })

  it('takes the last review and the last proof where a profile of one’s own lacks those of a correction', () => {
    const twoAndOne = own({ reviews: ['review1', 'review2'], proofs: ['proof1'] })
    expect(codes(twoAndOne)).toEqual([])
    expect(pathFor(twoAndOne, 'correction')).toEqual(['review2', 'proof1'])
    expect(pathFor(twoAndOne, 'typo')).toEqual(['review2', 'proof1'])
  })

  it('refuses a profile without a review, with steps left out, or with nobody to review', () => {
    expect(codes(own({ reviews: [] }))).toEqual(['profile.noReview'])
    expect(codes(own({ reviews: ['review1', 'review3'] }))).toEqual(['profile.order'])
    expect(codes(own({ proofs: ['proof2'] }))).toEqual(['profile.order'])
    expect(codes(own({ reviewers: { review1: 'editor', review2: 'admin' } }))).toEqual([
      'profile.reviewer',
      'profile.reviewer',
    ])
  })
})
