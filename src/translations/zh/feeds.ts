import type { FeedKey } from '../en/feeds.ts'

export const feeds: Record<FeedKey, string> = {
  noHeadline: '（无题）',
  description: '{publication}的稿件',
  correction: '{kind}（{day}）：{note}',
  corrected: '本版更正了先前的版本。',
}
