/** Words of feeds and of texts for other newsrooms; `{name}` stands for a parameter. */
export const feeds = {
  noHeadline: '(no headline)',
  description: 'Articles of {publication}',
  correction: '{kind} ({day}): {note}',
  corrected: 'This version corrects an earlier one.',
} as const

export type FeedKey = keyof typeof feeds
