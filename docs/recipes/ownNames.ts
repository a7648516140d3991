/** For `broadsheet({ ...weeklyPaper })`: a weekly with three kinds of people, one review and no proofs. */
export const weeklyPaper = {
  roles: { writer: 'reporter', desk: ['editor', 'sectionHead'], boss: ['chief', 'issueManager', 'admin'] },
  profiles: {
    weekly: { label: 'Weekly', reviews: ['review1'], proofs: [], reviewers: { review1: 'chief' } },
  },
} as const
